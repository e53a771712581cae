package coreloom.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * The locks of a lane on which most time was waited, by process and address. Holds the time of at most {@link #MOST} of them; a further
 * one takes the place, and the time, of the one with least (the algorithm "space saving" of Metwally, Agrawal and El Abbadi, 2005), so that
 * a lock with much waiting is never missed. Allocates nothing per thread.
 */
final class LockTally {
    private static final int MOST = 64;

    private final int[] pid = new int[MOST];
    private final long[] address = new long[MOST];
    private final double[] nanos = new double[MOST];
    private final int[] waiting = new int[MOST];
    private final int[] mostWaiting = new int[MOST];
    private final boolean[] told = new boolean[MOST];
    private int size;

    /** Begins with the next snapshot. */
    void begin() {
        Arrays.fill(waiting, 0, size, 0);
    }

    /** A thread waits for that lock, which its call tells it to be or not, and has waited so long for locks since the snapshot before. */
    void add(int processId, long lockAddress, boolean isTold, double waitedNanos) {
        int at = find(processId, lockAddress);
        nanos[at] += waitedNanos;
        waiting[at]++;
        told[at] |= isTold;
        mostWaiting[at] = Math.max(mostWaiting[at], waiting[at]);
    }

    private int find(int processId, long lockAddress) {
        int least = 0;
        for (int i = 0; i < size; i++) {
            if (address[i] == lockAddress && pid[i] == processId) {
                return i;
            }
            least = nanos[i] < nanos[least] ? i : least;
        }
        int at = size < MOST ? size++ : least;
        pid[at] = processId;
        address[at] = lockAddress;
        waiting[at] = 0;
        mostWaiting[at] = 0;
        told[at] = false;
        return at;
    }

    /** The lock with most waiting of those that several threads were seen waiting for at once; any other may be one thread's own. */
    Optional<BusiestLock> busiest() {
        int best = -1;
        for (int i = 0; i < size; i++) {
            if (mostWaiting[i] > 1 && (best < 0 || nanos[i] > nanos[best])) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new BusiestLock(pid[best], address[best], mostWaiting[best], told[best]));
    }
}
