package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedTest {
    @TempDir
    private Path proc;
    private final HandClock clock = new HandClock();

    /** A line as the kernel writes it; the fields between are of no interest here. */
    private void stat(int pid, String command, char state, long start) throws IOException {
        FakeProcesses.stat(proc, pid, 1, command, state, 1, start);
    }

    private Attached attach(String pid) throws Refusal {
        return Attached.to(pid, clock, true, proc);
    }

    @Test
    void isOneLaneOfOneProcessWithoutWorkers() throws Exception {
        stat(42, "a) (b", 'S', 777);
        Attached attached = attach("42");
        LaneReading lane = attached.lanes().get(0);
        assertEquals("a) (b 42", lane.name());
        assertEquals("attached", lane.variant());
        assertEquals(0, lane.workers());
        assertEquals(Phase.MEASURED, lane.phase());
        assertEquals(42, lane.processes().get(0).pid());
        WorkerTable table = new WorkerTable();
        table.add(1, 1, 1, 1);
        attached.readWorkers(table);
        assertEquals(0, table.size());
        List<LaneReading> before = attached.lanes();
        assertEquals(Step.later(clock.nanos() + 1_000_000_000), attached.step());
        assertSame(before, attached.lanes());
        assertFalse(attached.finished());
    }

    @Test
    void endsWithTheProcess() throws Exception {
        stat(42, "job", 'R', 777);
        Attached attached = attach("42");
        Files.delete(proc.resolve("42/task/42/stat"));
        assertEnded(attached);
    }

    @Test
    void aZombieHasEnded() throws Exception {
        stat(42, "job", 'R', 777);
        Attached attached = attach("42");
        stat(42, "job", 'Z', 777);
        assertEnded(attached);
    }

    @Test
    void aProcessWhoseFirstThreadHasEndedGoesOn() throws Exception {
        FakeProcesses.stat(proc, 42, 1, "job", 'R', 3, 777);
        Attached attached = attach("42");
        FakeProcesses.stat(proc, 42, 1, "job", 'Z', 3, 777);
        attached.step();
        assertFalse(attached.finished());
    }

    @Test
    void looksNoOftenerThanItSays() throws Exception {
        stat(42, "job", 'R', 777);
        Attached attached = attach("42");
        Step next = attached.step();
        Files.delete(proc.resolve("42/task/42/stat"));
        clock.turnTo(next.nextNanos() - 250_000_001);
        assertEquals(next, attached.step());
        clock.turnTo(next.nextNanos() - 250_000_000);
        assertEnded(attached);
    }

    @Test
    void anotherProcessOfTheSameIdIsNotTakenForIt() throws Exception {
        stat(42, "job", 'R', 777);
        Attached attached = attach("42");
        stat(42, "job", 'R', 778);
        assertEnded(attached);
    }

    private void assertEnded(Attached attached) {
        assertTrue(attached.step().boundary());
        assertTrue(attached.finished());
        LaneReading lane = attached.lanes().get(0);
        assertEquals(Phase.ENDED, lane.phase());
        assertEquals(OptionalInt.empty(), lane.processes().get(0).exitCode());
        assertFalse(lane.processes().get(0).alive());
        assertEquals(Step.NOTHING, attached.step());
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        stat(43, "gone", 'Z', 1);
        Files.createDirectories(proc.resolve("44/task/44"));
        Files.writeString(proc.resolve("44/task/44/stat"), "44 (cut");
        assertEquals("Process 43 has ended: what is left of it is an exit code that its parent, process 1, has not asked for; "
                + "see ps for those that run.",
                refused("43"));
        String none = "There is no running process with the id %s; see ps for those there are.";
        for (String pid : List.of("42", "44", "999999999")) {
            assertEquals(none.formatted(pid), refused(pid));
        }
        for (String pid : List.of("", "-1", "x", "4 2", "99999999999")) {
            assertEquals("A process id is a whole number, but \"" + pid + "\" is not; see ps for those there are.", refused(pid));
        }
    }

    @Test
    void saysWhatItNeeds() {
        Path nowhere = proc.resolve("none");
        assertEquals("Watching a running process needs " + nowhere + ", which this system does not have; use run instead.",
                assertThrows(Refusal.class, () -> Attached.to("1", clock, true, nowhere)).getMessage());
    }

    @Test
    void saysWhatHidesProcesses() throws Exception {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("self/mounts"), "proc /proc proc rw,nosuid,relatime,hidepid=invisible 0 0\n");
        assertEquals("There is no running process with the id 42, or " + proc + " does not show it: it is mounted with hidepid, "
                + "which hides those of other users; run as its user, or as root.", refused("42"));
    }

    private List<Integer> pids(Attached attached) {
        return attached.lanes().get(0).processes().stream().map(ProcessReading::pid).toList();
    }

    private void lookAgain(Attached attached) {
        clock.turnTo(clock.nanos() + 1_000_000_000);
        attached.step();
    }

    @Test
    void watchesWhatItHasStartedAndWhatComesLater() throws Exception {
        stat(42, "job", 'S', 777);
        FakeProcesses.stat(proc, 50, 42, "child", 'R', 1, 800);
        FakeProcesses.stat(proc, 51, 50, "grandchild", 'R', 1, 801);
        FakeProcesses.stat(proc, 52, 1, "stranger", 'R', 1, 802);
        Attached attached = attach("42");
        assertEquals(List.of(42), pids(attached));
        attached.step();
        assertEquals(List.of(42, 50, 51), pids(attached));
        FakeProcesses.stat(proc, 49, 51, "later", 'R', 1, 900);
        lookAgain(attached);
        assertEquals(List.of(42, 50, 51, 49), pids(attached));
        List<LaneReading> before = attached.lanes();
        lookAgain(attached);
        assertSame(before, attached.lanes());
    }

    @Test
    void aloneItIsWatchedAlone() throws Exception {
        stat(42, "job", 'S', 777);
        FakeProcesses.stat(proc, 50, 42, "child", 'R', 1, 800);
        Attached attached = Attached.to("42", clock, false, proc);
        attached.step();
        assertEquals(List.of(42), pids(attached));
        Files.delete(proc.resolve("42/task/42/stat"));
        lookAgain(attached);
        assertTrue(attached.finished());
    }

    @Test
    void endsWithItsLastProcess() throws Exception {
        stat(42, "job", 'S', 777);
        FakeProcesses.stat(proc, 50, 42, "child", 'R', 1, 800);
        Attached attached = attach("42");
        attached.step();
        long since = attached.lanes().get(0).phaseSinceNanos();
        stat(42, "another", 'R', 950);
        FakeProcesses.stat(proc, 60, 42, "child of another", 'R', 1, 960);
        FakeProcesses.stat(proc, 50, 1, "child", 'R', 1, 800);
        lookAgain(attached);
        assertFalse(attached.finished());
        LaneReading lane = attached.lanes().get(0);
        assertEquals(List.of(42, 50), pids(attached));
        assertFalse(lane.processes().get(0).alive());
        assertEquals("Process 42 has ended; a process that it has started goes on.", lane.note());
        assertEquals(since, lane.phaseSinceNanos());
        FakeProcesses.stat(proc, 50, 1, "reuses its id", 'R', 1, 970);
        clock.turnTo(clock.nanos() + 1_000_000_000);
        assertTrue(attached.step().boundary());
        assertEquals(Phase.ENDED, attached.lanes().get(0).phase());
        assertEquals(List.of(42), pids(attached));
        assertEquals("", attached.lanes().get(0).note());
    }

    @Test
    void saysThatItIsStopped() throws Exception {
        stat(42, "job", 'T', 777);
        Attached attached = attach("42");
        attached.step();
        assertEquals("Process 42 is stopped, and does nothing until it is told to go on: kill -CONT 42.", attached.lanes().get(0).note());
        stat(42, "job", 'R', 777);
        lookAgain(attached);
        assertEquals("", attached.lanes().get(0).note());
    }

    @Test
    void saysHowManyMayNotBeSeen() throws Exception {
        stat(42, "job", 'S', 777);
        FakeProcesses.children(proc, 42, 42, 50, 51);
        FakeProcesses.stat(proc, 50, 42, "child", 'R', 1, 800);
        Attached attached = attach("42");
        attached.step();
        assertEquals("", attached.lanes().get(0).note(), "it may just have ended");
        lookAgain(attached);
        assertEquals(List.of(42, 50), pids(attached));
        assertEquals("A process that it has started may not be seen; run as root to see all.", attached.lanes().get(0).note());
    }

    private String refused(String pid) {
        return assertThrows(Refusal.class, () -> attach(pid)).getMessage();
    }
}
