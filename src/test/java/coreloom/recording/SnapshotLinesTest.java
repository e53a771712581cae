package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SnapshotLinesTest {
    private static final int ROUNDS = 600;

    @Test
    void aThreadThatDidNotChangeIsLeftOutUntilTheNextFullLine() {
        List<byte[]> lines = linesOf(ScriptedSource.cores(1).lasting(62)
                .at(0, machine -> machine.thread(1, 2, "asleep"))
                .at(0, machine -> machine.thread(1, 3, "awake").onCpu(1)));
        for (int i = 0; i < 62; i++) {
            String line = new String(lines.get(1 + i), StandardCharsets.UTF_8);
            boolean full = i % 60 == 0;
            assertEquals(full, line.contains("asleep"), line);
            assertEquals(full, !line.contains("\"after\":" + (i - 1)), line);
            assertTrue(line.contains("awake"), line);
        }
    }

    @Test
    void lanesAreToldThreeTimesAfterAChange() {
        List<byte[]> lines = linesOf(ScriptedSource.cores(1).lasting(20).at(8, machine -> machine.lane("gil", "gil", 1)));
        for (int i = 0; i < 20; i++) {
            boolean told = new String(lines.get(1 + i), StandardCharsets.UTF_8).contains("\"lanes\"");
            assertEquals(i == 0 || i >= 8 && i <= 10, told, "line of snapshot " + i);
        }
    }

    /** So that lines of the first release, which knew none of them, stay as they were. */
    @Test
    void countersAndWaitKindsThatJoinedLaterAreToldOnlyWhereTheyAreNotZero() {
        List<byte[]> lines = linesOf(ScriptedSource.cores(1).lasting(3)
                .at(0, machine -> machine.lane("gil", "gil", 1).process(7).worker(7, 8))
                .at(1, machine -> machine.worker(8).counts(Count.COLLECTIONS, 2).counts(Count.PAUSE_NANOS, 90).waits(WaitKind.COLLECTOR, 0.5)));
        String before = new String(lines.get(2), StandardCharsets.UTF_8);
        assertTrue(before.contains("\"hold_ns\":0,\"wait_ns\":{\"gil\":0,"), before);
        assertTrue(before.contains("\"other\":0},\"lock_waits\""), before);
        String after = new String(lines.get(3), StandardCharsets.UTF_8);
        assertTrue(after.contains("\"hold_ns\":0,\"collections\":2,\"pause_ns\":90,\"wait_ns\":{\"gil\":0,"), after);
        assertTrue(after.contains("\"other\":0,\"gc\":500000000}"), after);
    }

    @Test
    void noGarbageForEachThread() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Assumptions.assumeTrue(bean.isThreadAllocatedMemorySupported(), "this Java runtime does not count allocated bytes");
        long few = bytesPerSnapshot(bean, 10);
        long many = bytesPerSnapshot(bean, 400);
        assertTrue(many <= few + 64, "10 threads: " + few + " bytes a snapshot, 400 threads: " + many);
        assertFalse(many > 256, "400 threads: " + many + " bytes a snapshot");
    }

    private static long bytesPerSnapshot(ThreadMXBean bean, int threads) {
        ScriptedSource script = ScriptedSource.cores(2).lasting(2);
        for (int i = 0; i < threads; i++) {
            int tid = 100 + i;
            script.at(0, machine -> machine.thread(1, tid, "worker-" + tid).onCpu(0.5).runDelay(0.1).slices(7));
        }
        List<Snapshot> pair = script.all();
        SnapshotLines lines = new SnapshotLines(script.host());
        JsonLine line = new JsonLine();
        write(lines, line, pair, 0);
        long before = bean.getCurrentThreadAllocatedBytes();
        write(lines, line, pair, ROUNDS);
        return (bean.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    }

    /** Every thread changes from one to the next. */
    private static void write(SnapshotLines lines, JsonLine line, List<Snapshot> pair, int first) {
        for (int i = first; i < first + ROUNDS; i++) {
            Snapshot snapshot = pair.get(i % 2);
            snapshot.at(i, i, i);
            line.clear();
            assertTrue(lines.write(snapshot, line));
        }
    }

    private static List<byte[]> linesOf(ScriptedSource source) {
        return SessionBytes.lines(source.host(), source.all());
    }
}
