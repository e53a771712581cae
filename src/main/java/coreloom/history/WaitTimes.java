package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WorkerTable;
import java.util.Arrays;

/**
 * How long the waits for locks took that ended in one interval, of all workers of one lane together; of a lane that asks, its replies. Filled
 * anew for each interval; a percentile is at most 12.5 % off, as the workers' histograms are.
 */
public final class WaitTimes {
    /** Steps of the histogram: two to each power of two, from 128 ns on. */
    public static final int STEPS = 60;

    private static final int BUCKETS_PER_STEP = WaitBuckets.COUNT / STEPS;

    private final int[] counts = new int[STEPS];
    private final long[] nanos = new long[Mark.COUNT];
    private long total;
    private boolean told;

    /** What is said of a histogram in a number. */
    public enum Mark {
        P50("p50", 0.5), P90("p90", 0.9), P99("p99", 0.99), P999("p99.9", 0.999), MAX("max", 1);

        /** Number of marks. */
        public static final int COUNT = values().length;

        private static final Mark[] ALL = values();

        private final String words;
        private final double share;

        Mark(String words, double share) {
            this.words = words;
            this.share = share;
        }

        public String words() {
            return words;
        }

        /** The mark of that ordinal, without copying the array of all. */
        public static Mark of(int ordinal) {
            return ALL[ordinal];
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        told = false;
    }

    /** Takes the waits between two snapshots; {@code scratch} is used and left anyhow. */
    void derive(Snapshot earlier, Snapshot later, LaneReading lane, Percentiles scratch) {
        clear();
        scratch.clear();
        WorkerTable workers = later.workers();
        for (int worker = 0; worker < workers.size(); worker++) {
            if (workers.laneId(worker) == lane.id() && workers.tellsWaits(worker)) {
                int before = Rows.sameWorker(earlier.workers(), workers, worker);
                told = true;
                if (before >= 0) {
                    scratch.addDifference(earlier.workers(), before, workers, worker);
                }
            }
        }
        for (int bucket = 0; bucket < WaitBuckets.COUNT; bucket++) {
            counts[bucket / BUCKETS_PER_STEP] += (int) Math.min(Integer.MAX_VALUE / BUCKETS_PER_STEP, scratch.count(bucket));
        }
        total = scratch.total();
        for (int mark = 0; mark < Mark.COUNT; mark++) {
            nanos[mark] = scratch.nanos(Mark.of(mark).share);
        }
    }

    /** Whether there are workers that tell how long they wait. */
    public boolean told() {
        return told;
    }

    /** Number of waits. */
    public long total() {
        return total;
    }

    /** Number of waits in that step. */
    public int count(int step) {
        return counts[step];
    }

    /** ns; only when there were waits. */
    public long nanos(Mark mark) {
        return nanos[mark.ordinal()];
    }

    /** The shortest wait of a step, ns. */
    public static long floorNanos(int step) {
        return WaitBuckets.floorNanos(step * BUCKETS_PER_STEP);
    }
}
