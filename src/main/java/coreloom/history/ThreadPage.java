package coreloom.history;

import java.util.Arrays;

/**
 * A page of packed threads: the rows of several neighbouring intervals, one interval behind the other, and once for all of them who those threads are.
 *
 * <pre>
 *   identities   0: pid tid lane worker name   1: pid tid lane worker name   …
 *   bytes        ┌ interval ──────────────────────────┐┌ interval ─ …
 *                rows │ row │ row │ …
 *   row          identity (difference to the row before) │ flags │ state │ core │ on-CPU │ run delay │ kinds │ blocked … │ rates … │ percentiles
 * </pre>
 *
 * Numbers are whole: seven bits a byte, the lowest first, the highest bit says that more follow. What the flags say is unknown is left out.
 */
final class ThreadPage {
    private static final int FIRST_IDENTITIES = 64;

    private byte[] bytes;
    private int used;
    private int at;
    private int[] pids = new int[FIRST_IDENTITIES];
    private int[] tids = new int[FIRST_IDENTITIES];
    private int[] lanes = new int[FIRST_IDENTITIES];
    private int[] workers = new int[FIRST_IDENTITIES];
    private String[] names = new String[FIRST_IDENTITIES];
    private int identities;
    private int intervals;

    ThreadPage(int size) {
        bytes = new byte[size];
    }

    /** Makes it a page without intervals. */
    void clear() {
        used = 0;
        Arrays.fill(names, 0, identities, null);
        identities = 0;
        intervals = 0;
    }

    /** Bytes that are still free. */
    int room() {
        return bytes.length - used;
    }

    /** Bytes of all its arrays. */
    long size() {
        return bytes.length + (4L * Integer.BYTES + Long.BYTES) * pids.length;
    }

    /** Begins an interval; returns where it lies. */
    int begin() {
        intervals++;
        return used;
    }

    /** Lets go of one of its intervals; returns whether it was the last. */
    boolean release() {
        return --intervals == 0;
    }

    void put(long number) {
        if (bytes.length - used < Long.BYTES + 2) {
            bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 4 + Long.BYTES + 2);
        }
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[used++] = (byte) rest;
    }

    /** The next number is the one at that place. */
    void seek(int offset) {
        at = offset;
    }

    long next() {
        byte low = bytes[at++];
        if (low >= 0) {
            return low;
        }
        long number = low & 0x7f;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            byte more = bytes[at++];
            number |= (long) (more & 0x7f) << shift;
            if (more >= 0) {
                return number;
            }
        }
        throw new IllegalStateException("no number ends at " + at);
    }

    int identities() {
        return identities;
    }

    /** Adds who the thread in that row is; returns its number in this page. */
    int identify(ThreadShares threads, int row) {
        if (identities == pids.length) {
            grow(identities * 2);
        }
        pids[identities] = threads.pid(row);
        tids[identities] = threads.tid(row);
        lanes[identities] = threads.laneId(row);
        workers[identities] = threads.isWorker(row) ? threads.worker(row) : -1;
        names[identities] = threads.name(row);
        return identities++;
    }

    private void grow(int capacity) {
        pids = Arrays.copyOf(pids, capacity);
        tids = Arrays.copyOf(tids, capacity);
        lanes = Arrays.copyOf(lanes, capacity);
        workers = Arrays.copyOf(workers, capacity);
        names = Arrays.copyOf(names, capacity);
    }

    /** Whether that number stands for the thread in that row. */
    boolean is(int identity, ThreadShares threads, int row) {
        return tids[identity] == threads.tid(row) && pids[identity] == threads.pid(row) && lanes[identity] == threads.laneId(row)
                && workers[identity] == (threads.isWorker(row) ? threads.worker(row) : -1) && names[identity].equals(threads.name(row));
    }

    /** Adds a row for the thread that the number stands for. */
    int addTo(ThreadShares threads, int identity) {
        int row = threads.add(pids[identity], tids[identity], names[identity], lanes[identity]);
        threads.number(row, workers[identity]);
        return row;
    }

    /** A number that equal threads share and others mostly do not. */
    int hash(int identity) {
        return ThreadIndex.hash(pids[identity], tids[identity], workers[identity]);
    }
}
