package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Deriving leaves no garbage per thread, once the threads of old intervals have to make room for those of new ones: what the budget says is
 * kept is all that is held.
 */
class HistoryAllocationTest {
    private static final long PERIOD_NANOS = 1_000_000_000L;
    private static final int MANY = 500;
    /** Full long before the warm-up ends, also where there is next to nothing in an interval. */
    private static final long BYTES = 2_000_000;
    private static final int WARM_UP = 2_000;
    private static final int SNAPSHOTS = 200;
    /** Far less than one object for each of the 490 further threads. */
    private static final long SLACK_BYTES = 2_048;

    private final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aSnapshotOfManyThreadsCostsWhatOneOfFewDoes() {
        long few = bytesPerSnapshot(10, 0);
        long many = bytesPerSnapshot(MANY, 0);
        assertTrue(many - few < SLACK_BYTES, "10 threads: " + few + " bytes a snapshot, " + MANY + " threads: " + many);
    }

    @Test
    void soDoesOneOfManyWorkersWithoutKernelThreads() {
        long few = bytesPerSnapshot(10, 10);
        long many = bytesPerSnapshot(10, MANY);
        assertTrue(many - few < SLACK_BYTES, "10 workers: " + few + " bytes a snapshot, " + MANY + " workers: " + many);
    }

    @Test
    void andOneOfManyCoroutinesOfOneThread() {
        long few = bytesPerSnapshot(10, 10, 101);
        long many = bytesPerSnapshot(10, MANY, 101);
        assertTrue(many - few < SLACK_BYTES, "10 coroutines: " + few + " bytes a snapshot, " + MANY + " coroutines: " + many);
    }

    private long bytesPerSnapshot(int threads, int workers) {
        return bytesPerSnapshot(threads, workers, 0);
    }

    private long bytesPerSnapshot(int threads, int workers, int tid) {
        Feeder feeder = new Feeder(threads, workers, tid);
        feeder.feed(WARM_UP);
        assertTrue(feeder.history.get(0).number() > 0, "the oldest are merged: what may be held is full");
        long self = Thread.currentThread().getId();
        long before = meter.getThreadAllocatedBytes(self);
        feeder.feed(SNAPSHOTS);
        return (meter.getThreadAllocatedBytes(self) - before) / SNAPSHOTS;
    }

    /** Hands the history its own snapshots back, filled with threads that run a little: the meter must not see a source's garbage. */
    private static final class Feeder {
        private final History history = new History(8, BYTES);
        private final Snapshot script;
        private final int threads;
        private final int workers;
        private final int tid;
        private Snapshot next = new Snapshot();
        private long number;

        /** @param tid the thread of all the workers; 0 for none */
        Feeder(int threads, int workers, int tid) {
            this.threads = threads;
            this.workers = workers;
            this.tid = tid;
            script = ScriptedSource.cores(8)
                    .at(0, machine -> machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED)).next();
        }

        void feed(int snapshots) {
            for (int i = 0; i < snapshots; i++) {
                fill();
                next = history.accept(next);
                number++;
            }
        }

        private void fill() {
            next.at(number, 1 + number * PERIOD_NANOS, number * 1_000);
            next.run("", script.lanes());
            next.cores().clear();
            for (int id = 0; id < 8; id++) {
                next.cores().add(id, number * 500, number * 500, 0, 0);
            }
            next.threads().reset(threads);
            for (int row = 0; row < threads; row++) {
                next.threads().put(row, 10, 100 + row, 1, "thread");
                next.threads().onCpu(row, number * 1_000_000);
                next.threads().runDelay(row, number * 1_000);
                next.threads().state(row, 'S');
            }
            next.workers().clear();
            for (int worker = 0; worker < workers; worker++) {
                int row = next.workers().add(0, worker, 10, tid);
                next.workers().waitNanos(row, WaitKind.IO, number * 1_000_000);
                next.workers().count(row, Count.UNITS, number);
            }
        }
    }
}
