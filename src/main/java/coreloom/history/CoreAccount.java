package coreloom.history;

import coreloom.snapshot.CoreTable;
import java.util.List;
import java.util.Optional;

/** Adds up what the cores did that a lane may use, from snapshot to snapshot; a core that came or went in between does not count for that stretch. */
final class CoreAccount {
    private long busyMillis;
    private long idleMillis;
    private long stolenMillis;
    private boolean known;

    /** @param only ids of the cores to count; empty for all */
    void add(CoreTable earlier, CoreTable later, List<Integer> only) {
        for (int row = 0; row < later.size(); row++) {
            int before = counts(only, later.id(row)) ? earlier.find(later.id(row)) : -1;
            if (before >= 0) {
                busyMillis += Math.max(0, later.busyMillis(row) - earlier.busyMillis(before));
                stolenMillis += Math.max(0, later.stealMillis(row) - earlier.stealMillis(before));
                idleMillis += Math.max(0, later.idleMillis(row) + later.ioWaitMillis(row) - earlier.idleMillis(before) - earlier.ioWaitMillis(before));
                known = true;
            }
        }
    }

    static boolean counts(List<Integer> only, int id) {
        for (int i = 0; i < only.size(); i++) {
            if (only.get(i) == id) {
                return true;
            }
        }
        return only.isEmpty();
    }

    /** The account over that much wall time; empty when no core could be read. */
    Optional<MachineTime> over(long wallNanos) {
        double wallMillis = wallNanos / 1e6;
        return known && wallNanos > 0 ? Optional.of(new MachineTime(busyMillis / wallMillis, idleMillis / wallMillis, stolenMillis / wallMillis))
                : Optional.empty();
    }
}
