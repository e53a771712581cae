package coreloom.snapshot;

import java.util.Arrays;

/**
 * Readings of each watched thread, cumulative, in columns. A thread keeps its row as long as it lives; a row whose thread has gone is free
 * ({@link #used} is false) and may later hold another thread, told apart by {@link #sameThread}. Two tables of one source therefore
 * compare row by row, without a search.
 */
public final class ThreadTable {
    /** Bits of {@link #knows}: a reading whose bit is missing could not be had; its column is meaningless. */
    public static final int ON_CPU = 1;
    public static final int RUN_DELAY = 2;
    public static final int SLICES = 4;
    public static final int STATE = 8;
    public static final int CORE = 16;
    /** What the thread was blocked for when it was last looked at; missing also when it was not blocked. */
    public static final int WAIT = 32;
    /** Wait samples: only of threads that were looked at. */
    public static final int SAMPLES = 64;
    /** The cores it may use: read for a few threads at each snapshot, so that it may be minutes old. */
    public static final int AFFINITY = 128;

    private int rows;
    private int[] pid = new int[0];
    private int[] tid = new int[0];
    private long[] startTicks = new long[0];
    private String[] name = new String[0];
    private int[] known = new int[0];
    private long[] onCpuNanos = new long[0];
    private long[] runDelayNanos = new long[0];
    private long[] slices = new long[0];
    private char[] state = new char[0];
    private int[] core = new int[0];
    private byte[] wait = new byte[0];
    private long[] lockAddress = new long[0];
    private LockSign[] lockSign = new LockSign[0];
    private String[] affinity = new String[0];
    private int[] samples = new int[0];
    private int[] blockedSamples = new int[0];

    /** Number of rows, free ones included. */
    public int rows() {
        return rows;
    }

    /** Makes every row free and the table {@code count} rows long. */
    public void reset(int count) {
        if (count > tid.length) {
            grow(Math.max(16, Math.max(count, tid.length * 2)));
        }
        Arrays.fill(tid, 0, Math.max(rows, count), 0);
        rows = count;
    }

    private void grow(int capacity) {
        pid = Arrays.copyOf(pid, capacity);
        tid = Arrays.copyOf(tid, capacity);
        startTicks = Arrays.copyOf(startTicks, capacity);
        name = Arrays.copyOf(name, capacity);
        known = Arrays.copyOf(known, capacity);
        onCpuNanos = Arrays.copyOf(onCpuNanos, capacity);
        runDelayNanos = Arrays.copyOf(runDelayNanos, capacity);
        slices = Arrays.copyOf(slices, capacity);
        state = Arrays.copyOf(state, capacity);
        core = Arrays.copyOf(core, capacity);
        wait = Arrays.copyOf(wait, capacity);
        lockAddress = Arrays.copyOf(lockAddress, capacity);
        lockSign = Arrays.copyOf(lockSign, capacity);
        affinity = Arrays.copyOf(affinity, capacity);
        samples = Arrays.copyOf(samples, capacity);
        blockedSamples = Arrays.copyOf(blockedSamples, capacity * WaitKind.COUNT);
    }

    /** Puts a thread into a row; nothing of it is known yet. {@code start} is its start time, in whatever ticks the platform tells. */
    public void put(int row, int processId, int threadId, long start, String threadName) {
        pid[row] = processId;
        tid[row] = threadId;
        startTicks[row] = start;
        name[row] = threadName;
        lockSign[row] = LockSign.NONE;
        known[row] = 0;
    }

    /** On-CPU time, ns. */
    public void onCpu(int row, long nanos) {
        onCpuNanos[row] = nanos;
        known[row] |= ON_CPU;
    }

    /** Run delay, ns. */
    public void runDelay(int row, long nanos) {
        runDelayNanos[row] = nanos;
        known[row] |= RUN_DELAY;
    }

    /** How often it was put on a core. */
    public void slices(int row, long count) {
        slices[row] = count;
        known[row] |= SLICES;
    }

    /** State as the kernel letters it: R S D T t Z X I. */
    public void state(int row, char letter) {
        state[row] = letter;
        known[row] |= STATE;
    }

    /** Core that it ran on last. */
    public void core(int row, int coreId) {
        core[row] = coreId;
        known[row] |= CORE;
    }

    /** The cores that it may use, as the kernel lists them: {@code 0-3,8}. */
    public void affinity(int row, String cores) {
        affinity[row] = cores;
        known[row] |= AFFINITY;
    }

    /**
     * What it was blocked for when it was last looked at, which a thread that has not run since still is.
     *
     * @param address of the lock in the memory of its process; 0 when it waits for none, or that is not known
     */
    public void wait(int row, WaitKind kind, long address) {
        wait[row] = (byte) kind.ordinal();
        lockAddress[row] = address;
        known[row] |= WAIT;
    }

    /** What the newest look that found it waiting as for a lock told of that. */
    public void lockSign(int row, LockSign sign) {
        lockSign[row] = sign;
    }

    /** How often it was looked at; of these, by kind, how often it was blocked is put in next, and is 0 until then. */
    public void samples(int row, int count) {
        samples[row] = count;
        Arrays.fill(blockedSamples, row * WaitKind.COUNT, (row + 1) * WaitKind.COUNT, 0);
        known[row] |= SAMPLES;
    }

    /** How often it was found blocked for that reason. */
    public void blockedSamples(int row, WaitKind kind, int count) {
        blockedSamples[row * WaitKind.COUNT + kind.ordinal()] = count;
    }

    public boolean used(int row) {
        return row < rows && tid[row] != 0;
    }

    public boolean knows(int row, int reading) {
        return (known[row] & reading) == reading;
    }

    public int pid(int row) {
        return pid[row];
    }

    public int tid(int row) {
        return tid[row];
    }

    public long startTicks(int row) {
        return startTicks[row];
    }

    public String name(int row) {
        return name[row];
    }

    public long onCpuNanos(int row) {
        return onCpuNanos[row];
    }

    public long runDelayNanos(int row) {
        return runDelayNanos[row];
    }

    public long slices(int row) {
        return slices[row];
    }

    public char state(int row) {
        return state[row];
    }

    public int core(int row) {
        return core[row];
    }

    /** The cores that it may use, as the kernel lists them. */
    public String affinity(int row) {
        return affinity[row];
    }

    public WaitKind wait(int row) {
        return WaitKind.of(wait[row]);
    }

    /** Address of the lock that it waited for; 0 when there is none, or it is not known. */
    public long lockAddress(int row) {
        return lockAddress[row];
    }

    /** What the newest look that found it waiting as for a lock told of that; also when it waits for something else by now. */
    public LockSign lockSign(int row) {
        return lockSign[row];
    }

    /** How often it was looked at since it was first seen. */
    public int samples(int row) {
        return samples[row];
    }

    /** How often it was found blocked for that reason since it was first seen. */
    public int blockedSamples(int row, WaitKind kind) {
        return blockedSamples[row * WaitKind.COUNT + kind.ordinal()];
    }

    /** Whether that row of both tables holds the same thread: same ids and same start time. */
    public boolean sameThread(int row, ThreadTable other) {
        return used(row) && other.used(row) && tid[row] == other.tid[row] && pid[row] == other.pid[row]
                && startTicks[row] == other.startTicks[row];
    }
}
