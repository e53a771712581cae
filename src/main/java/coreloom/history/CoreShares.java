package coreloom.history;

import coreloom.snapshot.CoreTable;
import java.util.Arrays;

/**
 * What share of one interval each core was busy, 0 to 1, in columns; a row is one core, in ascending order of id. A core that was offline at
 * either end has a row with no known share: a gap. A core that has once been seen keeps its row, offline or not.
 */
public final class CoreShares {
    private int size;
    private int[] id = new int[0];
    private float[] busy = new float[0];
    private float[] steal = new float[0];
    private boolean[] offline = new boolean[0];

    /** Derives the shares of the time between two readings; {@code previous} are those of the interval before. */
    void derive(CoreShares previous, CoreTable earlier, CoreTable later) {
        int seen = previous.size;
        int old = 0;
        int before = 0;
        int after = 0;
        size = 0;
        while (old < seen || before < earlier.size() || after < later.size()) {
            int idOld = old < seen ? previous.id[old] : Integer.MAX_VALUE;
            int idBefore = before < earlier.size() ? earlier.id(before) : Integer.MAX_VALUE;
            int idAfter = after < later.size() ? later.id(after) : Integer.MAX_VALUE;
            int next = Math.min(idOld, Math.min(idBefore, idAfter));
            int row = add(next, idAfter != next && later.size() > 0);
            if (idBefore == next && idAfter == next) {
                share(row, earlier, before, later, after);
            }
            old += idOld == next ? 1 : 0;
            before += idBefore == next ? 1 : 0;
            after += idAfter == next ? 1 : 0;
        }
    }

    private void share(int row, CoreTable earlier, int before, CoreTable later, int after) {
        long used = later.busyMillis(after) - earlier.busyMillis(before);
        long stolen = later.stealMillis(after) - earlier.stealMillis(before);
        // Idle and I/O wait may step back by a tick when the kernel moves time from one to the other; their sum is what counts.
        long unused = later.idleMillis(after) + later.ioWaitMillis(after) - earlier.idleMillis(before) - earlier.ioWaitMillis(before);
        long whole = used + stolen + Math.max(0, unused);
        if (used >= 0 && stolen >= 0 && whole > 0) {
            busy[row] = (float) used / whole;
            steal[row] = (float) stolen / whole;
        }
    }

    /**
     * Fills in the shares of two neighbouring intervals together, of the time that is known of each core. A core once seen keeps its row, so that the later
     * one has all.
     */
    void merge(CoreShares earlier, double earlierPart, CoreShares later, double laterPart) {
        size = 0;
        for (int from = 0; from < later.size; from++) {
            int row = add(later.id[from], later.offline[from]);
            int before = earlier.find(later.id[from]);
            double known = before >= 0 && earlier.known(before) ? earlierPart : 0;
            double whole = known + (later.known(from) ? laterPart : 0);
            if (whole > 0) {
                busy[row] = (float) ((weighed(earlier.busy, before, known) + weighed(later.busy, from, whole - known)) / whole);
                steal[row] = (float) ((weighed(earlier.steal, before, known) + weighed(later.steal, from, whole - known)) / whole);
            }
        }
    }

    private static double weighed(float[] shares, int row, double part) {
        return part > 0 ? shares[row] * part : 0;
    }

    /** Bytes of its arrays. */
    long bytes() {
        return id.length * (2L * Float.BYTES + Integer.BYTES + 1);
    }

    private int add(int coreId, boolean isOffline) {
        if (size == id.length) {
            int capacity = Math.max(4, size * 2);
            id = Arrays.copyOf(id, capacity);
            busy = Arrays.copyOf(busy, capacity);
            steal = Arrays.copyOf(steal, capacity);
            offline = Arrays.copyOf(offline, capacity);
        }
        id[size] = coreId;
        busy[size] = Float.NaN;
        steal[size] = Float.NaN;
        offline[size] = isOffline;
        return size++;
    }

    /** Number of cores seen by the end of the interval. */
    public int size() {
        return size;
    }

    public int id(int row) {
        return id[row];
    }

    /** Whether other cores could be read at the end of the interval, and this one was not there. */
    public boolean offline(int row) {
        return offline[row];
    }

    /** Whether the core was online at both ends and its times ran forward. */
    public boolean known(int row) {
        return !Float.isNaN(busy[row]);
    }

    /** Share of the interval in which the core executed something, 0 to 1; NaN for a gap. */
    public float busy(int row) {
        return busy[row];
    }

    /** Share of the interval that the hypervisor gave to somebody else, 0 to 1; NaN for a gap. */
    public float steal(int row) {
        return steal[row];
    }

    /** Row of that core, or a negative number when it was not seen. */
    public int find(int coreId) {
        return Arrays.binarySearch(id, 0, size, coreId);
    }
}
