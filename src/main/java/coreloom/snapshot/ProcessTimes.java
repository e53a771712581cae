package coreloom.snapshot;

import java.util.Arrays;

/**
 * CPU time of whole processes, cumulative: of all threads that they have and had. It tells what threads used that came and went between
 * two snapshots. A process whose time could not be had is missing.
 */
public final class ProcessTimes {
    private int size;
    private int[] pid = new int[0];
    private long[] onCpuNanos = new long[0];

    public void clear() {
        size = 0;
    }

    /** Adds a process; its time in ns. */
    public void add(int processId, long nanos) {
        if (size == pid.length) {
            pid = Arrays.copyOf(pid, Math.max(4, size * 2));
            onCpuNanos = Arrays.copyOf(onCpuNanos, pid.length);
        }
        pid[size] = processId;
        onCpuNanos[size++] = nanos;
    }

    /** Makes this table tell what the other one does. */
    public void copy(ProcessTimes other) {
        clear();
        for (int row = 0; row < other.size; row++) {
            add(other.pid[row], other.onCpuNanos[row]);
        }
    }

    public int size() {
        return size;
    }

    public int pid(int row) {
        return pid[row];
    }

    public long onCpuNanos(int row) {
        return onCpuNanos[row];
    }

    /** Row of that process; -1 when there is none. */
    public int row(int processId) {
        for (int row = 0; row < size; row++) {
            if (pid[row] == processId) {
                return row;
            }
        }
        return -1;
    }
}
