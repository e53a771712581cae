package coreloom.history;

import coreloom.snapshot.CoreTable;
import java.util.BitSet;
import java.util.List;

/**
 * What the cores on offer to a lane did between two snapshots, in core-ns: those its profile gave it, else all that the monitor may use, as far as they
 * were online at both ends. Of each core the shares of what it did hold, because its times come in ticks. Reused: allocates nothing.
 */
final class OfferedTime {
    private double cores;
    private double idle;
    private double denied;
    private double deniedIdle;
    private double steal;
    private boolean known;

    /**
     * @param only        ids of the cores that were given to the lane; empty for all
     * @param usableCores most cores that the monitor may use
     * @param limits      what keeps the lane from some of them
     */
    void read(CoreTable earlier, CoreTable later, List<Integer> only, int usableCores, LaneLimits limits) {
        cores = 0;
        idle = 0;
        denied = 0;
        deniedIdle = 0;
        steal = 0;
        for (int row = 0; row < later.size(); row++) {
            int before = CoreAccount.counts(only, later.id(row)) ? earlier.find(later.id(row)) : -1;
            if (before >= 0) {
                add(earlier, before, later, row, limits.denied());
            }
        }
        known = cores > 0;
        int most = only.isEmpty() ? usableCores : Math.min(usableCores, only.size());
        if (!known) {
            cores = most;
        } else if (cores > most) {
            // Fewer than there are: nobody knows which, and the others may be the ones that were stolen.
            steal *= most / cores;
            cores = most;
        }
    }

    private void add(CoreTable earlier, int before, CoreTable later, int row, BitSet deniedIds) {
        long used = later.busyMillis(row) - earlier.busyMillis(before);
        long stolen = later.stealMillis(row) - earlier.stealMillis(before);
        long unused = Math.max(0, later.idleMillis(row) + later.ioWaitMillis(row) - earlier.idleMillis(before) - earlier.ioWaitMillis(before));
        if (used < 0 || stolen < 0 || used + stolen + unused <= 0) {
            return;
        }
        double whole = (double) used + stolen + unused;
        cores++;
        steal += stolen / whole;
        idle += unused / whole;
        denied += deniedIds.get(later.id(row)) ? 1 : 0;
        deniedIdle += deniedIds.get(later.id(row)) ? unused / whole : 0;
    }

    /** How many cores. */
    double cores() {
        return cores;
    }

    /** Of these, how many were idle on average; all of them where nobody tells. */
    double idleCores() {
        return known ? idle : cores;
    }

    /** How many of them the lane's affinity denies it. */
    double deniedCores() {
        return denied;
    }

    /** Of these, how many were idle on average. */
    double deniedIdleCores() {
        return deniedIdle;
    }

    /** How many the hypervisor gave to somebody else. */
    double stolenCores() {
        return steal;
    }
}
