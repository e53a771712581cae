package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * Where the time of each thread went in one interval, as shares of the interval (wall time), 0 to 1, in columns. For a thread whose readings
 * are complete on-CPU + run delay + the blocked shares of all kinds make 1, but see {@link #isCarried}. Rows are in the order they are shown: workers
 * without a kernel thread of their own, workers with one, each by number, then other threads, the busiest first. In a merged interval a thread that was not
 * there all the time has less than 1, and those that ended before its last part stand at the end.
 */
public final class ThreadShares {
    private int size;
    private int[] pid = new int[0];
    private int[] tid = new int[0];
    private String[] name = new String[0];
    private int[] laneId = new int[0];
    private int[] worker = new int[0];
    private boolean[] waitsTold = new boolean[0];
    private char[] state = new char[0];
    private int[] core = new int[0];
    private boolean[] carried = new boolean[0];
    private float[] onCpu = new float[0];
    private float[] runDelay = new float[0];
    private float[] blocked = new float[0];
    private float[] handoffs = new float[0];
    private float[] units = new float[0];
    private long[] p50 = new long[0];
    private long[] p99 = new long[0];

    void clear() {
        size = 0;
    }

    int add(int processId, int threadId, String threadName, int lane) {
        if (size == tid.length) {
            grow(Math.max(16, size * 2));
        }
        pid[size] = processId;
        tid[size] = threadId;
        name[size] = threadName;
        laneId[size] = lane;
        worker[size] = -1;
        waitsTold[size] = false;
        state[size] = '?';
        core[size] = -1;
        carried[size] = false;
        onCpu[size] = Float.NaN;
        runDelay[size] = Float.NaN;
        Arrays.fill(blocked, size * WaitKind.COUNT, (size + 1) * WaitKind.COUNT, Float.NaN);
        handoffs[size] = Float.NaN;
        units[size] = Float.NaN;
        p50[size] = -1;
        p99[size] = -1;
        return size++;
    }

    private void grow(int capacity) {
        pid = Arrays.copyOf(pid, capacity);
        tid = Arrays.copyOf(tid, capacity);
        name = Arrays.copyOf(name, capacity);
        laneId = Arrays.copyOf(laneId, capacity);
        worker = Arrays.copyOf(worker, capacity);
        waitsTold = Arrays.copyOf(waitsTold, capacity);
        state = Arrays.copyOf(state, capacity);
        core = Arrays.copyOf(core, capacity);
        carried = Arrays.copyOf(carried, capacity);
        onCpu = Arrays.copyOf(onCpu, capacity);
        runDelay = Arrays.copyOf(runDelay, capacity);
        blocked = Arrays.copyOf(blocked, capacity * WaitKind.COUNT);
        handoffs = Arrays.copyOf(handoffs, capacity);
        units = Arrays.copyOf(units, capacity);
        p50 = Arrays.copyOf(p50, capacity);
        p99 = Arrays.copyOf(p99, capacity);
    }

    /** Adds a row for the same thread as in that row of another table, with none of its times. */
    int addLike(ThreadShares other, int row) {
        int at = add(other.pid[row], other.tid[row], other.name[row], other.laneId[row]);
        worker[at] = other.worker[row];
        waitsTold[at] = other.waitsTold[row];
        state[at] = other.state[row];
        core[at] = other.core[row];
        carried[at] = other.carried[row];
        return at;
    }

    /** Adds the shares and rates of a part of the interval, where they are known; {@code part} is its share of the whole. */
    void addTimes(int at, ThreadShares other, int row, double part) {
        runDelay[at] = plus(runDelay[at], other.runDelay[row], part);
        onCpu[at] = plus(onCpu[at], other.onCpu[row], part);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            int to = at * WaitKind.COUNT + kind;
            blocked[to] = plus(blocked[to], other.blocked[row * WaitKind.COUNT + kind], part);
        }
        handoffs[at] = plus(handoffs[at], other.handoffs[row], part);
        units[at] = plus(units[at], other.units[row], part);
    }

    private static float plus(float sum, float more, double part) {
        if (Float.isNaN(more)) {
            return sum;
        }
        return (float) ((Float.isNaN(sum) ? 0 : sum) + more * part);
    }

    void state(int row, char letter, int lastCore) {
        state[row] = letter;
        core[row] = lastCore;
    }

    void carried(int row) {
        carried[row] = true;
    }

    void onCpu(int row, float share) {
        onCpu[row] = share;
    }

    void runDelay(int row, float share) {
        runDelay[row] = share;
    }

    void blocked(int row, WaitKind kind, float share) {
        blocked[row * WaitKind.COUNT + kind.ordinal()] = share;
    }

    void worker(int row, int number, float handoffsPerSecond, long p50Nanos, long p99Nanos) {
        worker[row] = number;
        handoffs[row] = handoffsPerSecond;
        p50[row] = p50Nanos;
        p99[row] = p99Nanos;
    }

    void number(int row, int workerNumber) {
        worker[row] = workerNumber;
    }

    void handoffs(int row, float perSecond) {
        handoffs[row] = perSecond;
    }

    void percentiles(int row, long p50Nanos, long p99Nanos) {
        p50[row] = p50Nanos;
        p99[row] = p99Nanos;
    }

    void units(int row, float perSecond) {
        units[row] = perSecond;
    }

    void waitsTold(int row) {
        waitsTold[row] = true;
    }

    public int size() {
        return size;
    }

    public int pid(int row) {
        return pid[row];
    }

    /** 0 for a worker without a kernel thread of its own. */
    public int tid(int row) {
        return tid[row];
    }

    /** Whether it is a thread of the kernel; of a worker that is none, only what it reports itself is known. */
    public boolean isKernelThread(int row) {
        return tid[row] != 0;
    }

    /** As the kernel tells it: may contain any character. */
    public String name(int row) {
        return name[row];
    }

    public int laneId(int row) {
        return laneId[row];
    }

    public boolean isWorker(int row) {
        return worker[row] >= 0;
    }

    /** Number of the worker within its lane; only for workers. */
    public int worker(int row) {
        return worker[row];
    }

    /**
     * Whether it is a coroutine: one of several workers that one thread carries in turn. The row of that thread says what it did beside them, so
     * that all of these rows together make the thread.
     */
    public boolean isCarried(int row) {
        return carried[row];
    }

    /** Whether the thread is a worker that tells what it waits for and how often it takes the lock over. */
    public boolean tellsWaits(int row) {
        return waitsTold[row];
    }

    /** State at the end of the interval, as the kernel letters it; {@code ?} when unknown, and of a coroutine, which it does not know. */
    public char state(int row) {
        return state[row];
    }

    public boolean knowsCore(int row) {
        return core[row] >= 0;
    }

    /** Core it ran on last; only when known. */
    public int core(int row) {
        return core[row];
    }

    /** Share of the interval on a core; NaN when unknown. */
    public float onCpu(int row) {
        return onCpu[row];
    }

    /** Share of the interval in which it was ready and waited for a core; NaN when unknown. */
    public float runDelay(int row) {
        return runDelay[row];
    }

    /** Share of the interval blocked for that reason; NaN when unknown. */
    public float blocked(int row, WaitKind kind) {
        return blocked[row * WaitKind.COUNT + kind.ordinal()];
    }

    /** Locks taken over from another thread, per second; NaN for threads that do not report. */
    public float handoffsPerSecond(int row) {
        return handoffs[row];
    }

    /** Work units per second; NaN for threads that do not report. */
    public float unitsPerSecond(int row) {
        return units[row];
    }

    public boolean hasWaits(int row) {
        return p50[row] >= 0;
    }

    /** Median lock wait of the interval, ns; only when {@link #hasWaits}. */
    public long p50Nanos(int row) {
        return p50[row];
    }

    /** 99th percentile of the lock waits of the interval, ns; only when {@link #hasWaits}. */
    public long p99Nanos(int row) {
        return p99[row];
    }
}
