package coreloom.snapshot;

import java.util.Arrays;

/**
 * Cumulative times of each core, in ms since boot, in columns. A row is one core that was online at the instant of the snapshot;
 * a core that is offline has no row. Rows are in ascending order of core id.
 */
public final class CoreTable {
    private int size;
    private int[] id = new int[0];
    private long[] busyMillis = new long[0];
    private long[] idleMillis = new long[0];
    private long[] ioWaitMillis = new long[0];
    private long[] stealMillis = new long[0];

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /**
     * Adds a core.
     *
     * @param coreId the kernel's number
     * @param busy   user + nice + system + irq + softirq, ms
     * @param idle   ms; without I/O wait
     * @param ioWait ms idle while a disk request of a thread of this core was pending
     * @param steal  ms in which the hypervisor ran somebody else
     */
    public void add(int coreId, long busy, long idle, long ioWait, long steal) {
        if (size == id.length) {
            grow(Math.max(8, size * 2));
        }
        id[size] = coreId;
        busyMillis[size] = busy;
        idleMillis[size] = idle;
        ioWaitMillis[size] = ioWait;
        stealMillis[size] = steal;
        size++;
    }

    private void grow(int capacity) {
        id = Arrays.copyOf(id, capacity);
        busyMillis = Arrays.copyOf(busyMillis, capacity);
        idleMillis = Arrays.copyOf(idleMillis, capacity);
        ioWaitMillis = Arrays.copyOf(ioWaitMillis, capacity);
        stealMillis = Arrays.copyOf(stealMillis, capacity);
    }

    public int id(int row) {
        return id[row];
    }

    public long busyMillis(int row) {
        return busyMillis[row];
    }

    public long idleMillis(int row) {
        return idleMillis[row];
    }

    public long ioWaitMillis(int row) {
        return ioWaitMillis[row];
    }

    public long stealMillis(int row) {
        return stealMillis[row];
    }

    /** Row of that core, or a negative number when it was offline. */
    public int find(int coreId) {
        return Arrays.binarySearch(id, 0, size, coreId);
    }
}
