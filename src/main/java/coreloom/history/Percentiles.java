package coreloom.history;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WorkerTable;

/** A histogram of waits that can be filled from the difference of two readings, and asked for percentiles. Reused: allocates nothing. */
final class Percentiles {
    private final long[] buckets = new long[WaitBuckets.COUNT];
    private long total;

    void clear() {
        java.util.Arrays.fill(buckets, 0);
        total = 0;
    }

    /** Adds what a worker counted between two readings; a bucket that fell adds nothing. */
    void addDifference(WorkerTable earlier, int before, WorkerTable later, int after) {
        for (int i = 0; i < buckets.length; i++) {
            long more = later.waits(after, i) - earlier.waits(before, i);
            if (more > 0) {
                buckets[i] += more;
                total += more;
            }
        }
    }

    /** Number of waits in that bucket. */
    long count(int bucket) {
        return buckets[bucket];
    }

    /** Number of waits in all. */
    long total() {
        return total;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /**
     * The value below which that share of the waits lies.
     *
     * @param share 0 to 1
     * @return ns, the middle of the bucket it falls into; -1 without any wait
     */
    long nanos(double share) {
        if (total == 0) {
            return -1;
        }
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return WaitBuckets.middleNanos(i);
            }
        }
        throw new AssertionError("more waits than buckets hold");
    }
}
