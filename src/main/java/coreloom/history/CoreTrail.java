package coreloom.history;

import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import java.util.Arrays;

/**
 * The core that each thread was last seen on at the end of each of the newest intervals: a ring for each row of the thread table, which a
 * thread keeps as long as it lives. What a thread did between two snapshots is not known: one that moved and came back seems to have stayed.
 */
public final class CoreTrail {
    /** Intervals that are kept. */
    public static final int LENGTH = 256;

    /** Threads behind this row have no trail. */
    private static final int MAX_ROWS = 4096;

    private int rows;
    private int[] pid = new int[0];
    private int[] tid = new int[0];
    private long[] startTicks = new long[0];
    /** Core + 1 by row and slot, negative where the thread did not run in the interval, 0 where nothing is known. */
    private short[] cores = new short[0];
    private String[] affinity = new String[0];
    private long newest = -1;

    /** Takes in the interval of that number, one higher than the last. Allocates only when there are more rows than ever before. */
    void add(long number, Snapshot earlier, Snapshot later) {
        ThreadTable threads = later.threads();
        grow(Math.min(MAX_ROWS, threads.rows()));
        newest = number;
        int slot = (int) (number % LENGTH);
        for (int row = 0; row < rows; row++) {
            if (threads.used(row)) {
                meet(row, threads);
                cores[row * LENGTH + slot] = place(row, earlier.threads(), threads);
                affinity[row] = threads.knows(row, ThreadTable.AFFINITY) ? threads.affinity(row) : "";
            } else {
                tid[row] = 0;
            }
        }
    }

    private void grow(int wanted) {
        if (wanted > tid.length) {
            int capacity = Math.min(MAX_ROWS, Math.max(16, Math.max(wanted, tid.length * 2)));
            pid = Arrays.copyOf(pid, capacity);
            tid = Arrays.copyOf(tid, capacity);
            startTicks = Arrays.copyOf(startTicks, capacity);
            affinity = Arrays.copyOf(affinity, capacity);
            cores = Arrays.copyOf(cores, capacity * LENGTH);
        }
        for (int row = wanted; row < rows; row++) {
            tid[row] = 0;
        }
        rows = wanted;
    }

    private void meet(int row, ThreadTable threads) {
        if (tid[row] != threads.tid(row) || pid[row] != threads.pid(row) || startTicks[row] != threads.startTicks(row)) {
            pid[row] = threads.pid(row);
            tid[row] = threads.tid(row);
            startTicks[row] = threads.startTicks(row);
            Arrays.fill(cores, row * LENGTH, (row + 1) * LENGTH, (short) 0);
        }
    }

    private static short place(int row, ThreadTable earlier, ThreadTable later) {
        if (!later.knows(row, ThreadTable.CORE) || later.core(row) >= Short.MAX_VALUE) {
            return 0;
        }
        boolean timed = later.sameThread(row, earlier) && later.knows(row, ThreadTable.ON_CPU) && earlier.knows(row, ThreadTable.ON_CPU);
        boolean ran = !timed || later.onCpuNanos(row) > earlier.onCpuNanos(row);
        return (short) (ran ? later.core(row) + 1 : -later.core(row) - 1);
    }

    /** Row of the living thread with those ids; −1 when it has no trail. */
    public int find(int processId, int threadId) {
        for (int row = 0; row < rows; row++) {
            if (tid[row] == threadId && pid[row] == processId && threadId != 0) {
                return row;
            }
        }
        return -1;
    }

    /** The core that the thread was last on at the end of that interval; −1 when that is not known or no longer kept. */
    public int core(int row, long interval) {
        return Math.abs(at(row, interval)) - 1;
    }

    /** Whether the thread ran in that interval, as far as is known. */
    public boolean ran(int row, long interval) {
        return at(row, interval) > 0;
    }

    /** The cores that the thread may use, as last read and as the kernel lists them; empty when that is not known. */
    public String affinity(int row) {
        return affinity[row];
    }

    private int at(int row, long interval) {
        return interval < 0 || interval > newest || interval <= newest - LENGTH ? 0 : cores[row * LENGTH + (int) (interval % LENGTH)];
    }
}
