package coreloom.snapshot;

import java.util.Arrays;

/**
 * What each worker of the running lanes has counted itself, exactly and cumulatively, in columns; a row is one worker. Times in ns.
 * A wait that is under way counts up to the instant of the reading. A worker that tells its work units alone is marked: see
 * {@link #unitsOnly}.
 */
public final class WorkerTable {
    private int size;
    private int[] laneId = new int[0];
    private int[] number = new int[0];
    private int[] pid = new int[0];
    private int[] tid = new int[0];
    private boolean[] unitsOnly = new boolean[0];
    private long[] counts = new long[0];
    private long[] waitNanos = new long[0];
    private long[] histogram = new long[0];

    /** The plain counters of a worker, in the order of the telemetry page and of the session format: append only. */
    public enum Count {
        /** Work units completed. */
        UNITS,
        /** Times the lock was acquired. */
        ACQUISITIONS,
        /** Acquisitions that had to wait. */
        WAITS,
        /** Acquisitions that took the lock over from another thread. */
        HANDOFFS,
        /** Releases that waited until another thread had taken the lock. */
        FORCED_SWITCHES,
        /** Times this worker asked the holder to let go. */
        DROP_REQUESTS,
        /** Time it held the lock, ns. */
        HOLD_NANOS,
        /** Handoffs to this worker from another that had taken the lock over from this very worker: A, B, A. */
        RETURNS,
        /** Times this worker ran the cyclic collector. */
        COLLECTIONS,
        /** Time that its collections paused its interpreter, ns: nobody else of it ran meanwhile. */
        PAUSE_NANOS,
        /** Replies to requests of this thread, which is no worker but asks one; its histogram has how long each took. */
        REPLIES;

        /** Number of counters. */
        public static final int COUNT = values().length;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Adds a worker with all counters at zero and returns its row. {@code threadId} is 0 where the platform does not tell it. */
    public int add(int lane, int workerNumber, int processId, int threadId) {
        if (size == tid.length) {
            grow(Math.max(8, size * 2));
        }
        laneId[size] = lane;
        number[size] = workerNumber;
        pid[size] = processId;
        tid[size] = threadId;
        unitsOnly[size] = false;
        Arrays.fill(counts, size * Count.COUNT, (size + 1) * Count.COUNT, 0);
        Arrays.fill(waitNanos, size * WaitKind.COUNT, (size + 1) * WaitKind.COUNT, 0);
        Arrays.fill(histogram, size * WaitBuckets.COUNT, (size + 1) * WaitBuckets.COUNT, 0);
        return size++;
    }

    private void grow(int capacity) {
        laneId = Arrays.copyOf(laneId, capacity);
        number = Arrays.copyOf(number, capacity);
        pid = Arrays.copyOf(pid, capacity);
        tid = Arrays.copyOf(tid, capacity);
        unitsOnly = Arrays.copyOf(unitsOnly, capacity);
        counts = Arrays.copyOf(counts, capacity * Count.COUNT);
        waitNanos = Arrays.copyOf(waitNanos, capacity * WaitKind.COUNT);
        histogram = Arrays.copyOf(histogram, capacity * WaitBuckets.COUNT);
    }

    /** Marks a worker that tells its work units and nothing else: its other counters and its waits are unknown, and meaningless here. */
    public void unitsOnly(int row) {
        unitsOnly[row] = true;
    }

    /** Whether the worker tells its waits and lock counters; of one that does not, only {@link Count#UNITS} is known. */
    public boolean tellsWaits(int row) {
        return !unitsOnly[row];
    }

    public void count(int row, Count which, long value) {
        counts[row * Count.COUNT + which.ordinal()] = value;
    }

    public void waitNanos(int row, WaitKind kind, long nanos) {
        waitNanos[row * WaitKind.COUNT + kind.ordinal()] = nanos;
    }

    /** Sets one bucket of the histogram of lock waits, or of replies for one that asks; see {@link WaitBuckets}. */
    public void waits(int row, int bucket, long count) {
        histogram[row * WaitBuckets.COUNT + bucket] = count;
    }

    public int laneId(int row) {
        return laneId[row];
    }

    /** Number of the worker within its lane, from 0. One that is not below the lane's number of workers reports, but does no units. */
    public int number(int row) {
        return number[row];
    }

    public int pid(int row) {
        return pid[row];
    }

    public int tid(int row) {
        return tid[row];
    }

    public long count(int row, Count which) {
        return counts[row * Count.COUNT + which.ordinal()];
    }

    public long waitNanos(int row, WaitKind kind) {
        return waitNanos[row * WaitKind.COUNT + kind.ordinal()];
    }

    public long waits(int row, int bucket) {
        return histogram[row * WaitBuckets.COUNT + bucket];
    }
}
