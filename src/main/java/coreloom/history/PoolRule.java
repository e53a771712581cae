package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Workers of a pool wait for their next call, because its parent cannot hand out calls as fast as they are done. */
final class PoolRule implements Rule {
    /** Where no core is idle the parent has what the workers lack: that explains more than that all is well. */
    private static final double SHARE_WHERE_BUSY = 1.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.POOL).orElse(0);
        if (waits < 0.1) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: %s wait for their next call %s of their time; the pool's parent uses %.2f cores "
                + "to hand them out: make calls longer.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits), parentCores(lane));
        double share = Rule.littleUnused(lane, usableCores) ? SHARE_WHERE_BUSY : Rule.explained(lane, usableCores, waits);
        return Optional.of(new Finding(Finding.Kind.POOL, share, sentence));
    }

    /** What the lane's workers do not use of its cores. */
    private static double parentCores(LaneSummary lane) {
        return Math.max(0, lane.effectiveCores().orElse(0) - lane.onCpuShare().orElse(0) * lane.threads());
    }
}
