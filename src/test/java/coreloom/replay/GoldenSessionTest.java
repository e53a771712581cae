package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.SessionBytes;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A session of every version that was ever released stays readable.
 * {@code mvn test -Dtest=GoldenSessionTest -Dtest.arguments=-Dgolden.write=true}
 * writes that of the present version anew; once released it must never change.
 */
class GoldenSessionTest {
    private static final Path V1 = Path.of("src/test/resources/sessions/v1.jsonl");

    @BeforeAll
    static void writeAnewIfAsked() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.write(V1, session());
        }
    }

    /** Two lanes in turn on two cores; of the snapshots 6 to 57 none was recorded. */
    private static byte[] session() {
        ScriptedSource script = ScriptedSource.cores(2).every(Duration.ofMillis(500)).lasting(63)
                .at(0, GoldenSessionTest::gilBegins)
                .at(1, machine -> machine.lane("gil").phase(Phase.MEASURED))
                .at(4, GoldenSessionTest::threadsBegins)
                .at(5, machine -> machine.core(1).offline())
                .at(5, machine -> machine.thread(70, 71, "\u001b[31mrenamed \"日本\"").without(ThreadTable.RUN_DELAY).onCpu(0.25))
                .at(59, machine -> machine.core(1).online());
        return SessionBytes.of(script.host(), script.all().stream()
                .filter(snapshot -> snapshot.sequence() < 6 || snapshot.sequence() > 57).toList());
    }

    private static void gilBegins(ScriptedMachine machine) {
        machine.profile("cpu");
        machine.core(0).busy(0.95).steal(0.01);
        machine.core(1).busy(0.03).ioWait(0.02);
        machine.thread(40, 41, "worker-0").onCpu(0.5).runDelay(0.01).slices(100).state('R').lastOn(0);
        machine.thread(40, 42, "worker-1").onCpu(0.5).runDelay(0.01).slices(100).state('S').lastOn(0);
        machine.thread(40, 43, "reaper");
        machine.lane("gil", "gil", 2).planned(Duration.ofSeconds(2)).process(40);
        for (int tid = 41; tid <= 42; tid++) {
            machine.lane("gil").worker(40, tid).units(1000).counts(Count.HANDOFFS, 100).counts(Count.FORCED_SWITCHES, 99)
                    .counts(Count.HOLD_NANOS, 500_000_000).waits(WaitKind.INTERPRETER_LOCK, 0.5).lockWaits(100, 5_000_000);
        }
    }

    private static void threadsBegins(ScriptedMachine machine) {
        machine.lane("gil").phase(Phase.ENDED).exited(40, 137, "Killed\n").trouble("its process was killed: see its last words.");
        machine.worker(41).stops();
        machine.worker(42).stops();
        machine.thread(41).ends();
        machine.thread(42).ends();
        machine.lane("threads", "threads", 1).process(70).worker(70, 71).units(1900);
        machine.own(new OwnReading(123_456_789, 4096, 1, 2, 3, "a thread vanished in mid-read"));
    }

    @Test
    void thePresentVersionIsWrittenAsEver() throws IOException {
        assertEquals(Files.readString(V1), new String(session(), StandardCharsets.UTF_8));
    }

    @Test
    void versionOneIsRead() throws SessionFormatException {
        Replayed replayed = replayed();
        assertEquals(ScriptedSource.cores(2).host(), replayed.host());
        assertEquals(0, replayed.skippedLines());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 58L, 59L, 60L, 61L, 62L),
                replayed.snapshots().stream().map(Snapshot::sequence).toList());
        assertEquals(ScriptedMachine.FIRST_NANOS + 31_000_000_000L, replayed.last().monotonicNanos());
        assertEquals(ScriptedMachine.FIRST_EPOCH_MILLIS + 31_000, replayed.last().epochMillis());
        assertEquals("cpu", replayed.last().profile());
        assertEquals(new OwnReading(123_456_789, 4096, 1, 2, 3, "a thread vanished in mid-read"), replayed.last().own());
    }

    @Test
    void coresOfVersionOne() throws SessionFormatException {
        Replayed replayed = replayed();
        assertEquals(1, replayed.snapshots().get(5).cores().size(), "one is offline");
        assertEquals(2, replayed.last().cores().size());
        assertEquals(29_450, replayed.last().cores().busyMillis(0));
        assertEquals(310, replayed.last().cores().stealMillis(0));
        assertEquals(80, replayed.last().cores().ioWaitMillis(1));
    }

    @Test
    void threadsOfVersionOne() throws SessionFormatException {
        ThreadTable before = replayed().snapshots().get(3).threads();
        assertEquals(3, before.rows());
        assertEquals(750_000_000, before.onCpuNanos(0));
        assertEquals(15_000_000, before.runDelayNanos(0));
        assertEquals(150, before.slices(1));
        assertEquals('R', before.state(0));
        ThreadTable after = replayed().last().threads();
        assertEquals("\u001b[31mrenamed \"日本\"", after.name(0), "another thread in the row of one that ended");
        assertEquals(7_125_000_000L, after.onCpuNanos(0));
        assertTrue(after.knows(0, ThreadTable.ON_CPU) && !after.knows(0, ThreadTable.RUN_DELAY));
        assertFalse(after.used(1));
        assertTrue(after.sameThread(2, before), "a thread that sleeps all the time");
    }

    @Test
    void lanesAndWorkersOfVersionOne() throws SessionFormatException {
        Snapshot last = replayed().last();
        LaneReading gil = last.lanes().get(0);
        assertEquals(Phase.ENDED, gil.phase());
        assertEquals(ScriptedMachine.FIRST_NANOS + 2_000_000_000, gil.phaseSinceNanos());
        assertEquals(2_000_000_000, gil.plannedNanos());
        assertEquals(OptionalInt.of(137), gil.processes().get(0).exitCode());
        assertEquals("Killed\n", gil.processes().get(0).lastWords());
        assertEquals("its process was killed: see its last words.", gil.trouble());
        assertEquals("threads", last.lanes().get(1).name());
        assertEquals(3, last.workers().size());
        assertEquals(2000, last.workers().count(1, Count.UNITS));
        assertEquals(200, last.workers().count(1, Count.HANDOFFS));
        assertEquals(1_000_000_000, last.workers().waitNanos(1, WaitKind.INTERPRETER_LOCK));
        assertEquals(200, last.workers().waits(1, WaitBuckets.of(5_000_000)));
        assertEquals(55_100, last.workers().count(2, Count.UNITS));
    }

    private static Replayed replayed() throws SessionFormatException {
        try (ReplaySource source = ReplaySource.open(V1)) {
            return Replayed.of(source);
        }
    }
}
