package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
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
        stat(pid, command, state, 1, start);
    }

    private void stat(int pid, String command, char state, int threads, long start) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(String.valueOf(pid)));
        Files.writeString(folder.resolve("stat"), pid + " (" + command + ") " + state + " 1 42 42 0 -1 4194304 0 0 0 0 1 2 0 0 20 0 " + threads + " 0 "
                + start + " 1000 200 18446744073709551615\n");
    }

    private Attached attach(String pid) throws Refusal {
        return Attached.to(pid, clock, proc);
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
        Files.delete(proc.resolve("42/stat"));
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
        stat(42, "job", 'R', 3, 777);
        Attached attached = attach("42");
        stat(42, "job", 'Z', 3, 777);
        attached.step();
        assertFalse(attached.finished());
    }

    @Test
    void looksNoOftenerThanItSays() throws Exception {
        stat(42, "job", 'R', 777);
        Attached attached = attach("42");
        Step next = attached.step();
        Files.delete(proc.resolve("42/stat"));
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
        Files.createDirectories(proc.resolve("44"));
        Files.writeString(proc.resolve("44/stat"), "44 (cut");
        String none = "There is no running process with the id %s; see ps for those there are.";
        for (String pid : List.of("42", "43", "44", "999999999")) {
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
                assertThrows(Refusal.class, () -> Attached.to("1", clock, nowhere)).getMessage());
    }

    private String refused(String pid) {
        return assertThrows(Refusal.class, () -> attach(pid)).getMessage();
    }
}
