package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Workers of a pool wait for their next call, because its parent cannot hand out calls as fast as they are done. */
final class PoolRule implements Rule {
    private static final double MUCH = 0.1;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.POOL).orElse(0);
        if (waits < MUCH) {
            return Optional.empty();
        }
        String sentence = Phrases.words("%s: %s for %s next call %s; the pool's parent uses %.2f cores to hand them out: make calls longer.",
                Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"), Phrases.their(lane), Phrases.time(lane, waits),
                parentCores(lane));
        // Where no core is idle the parent has what the workers lack: that takes the place of "all well".
        double share = Rule.littleUnused(lane, cores) ? Rule.used(lane, cores) : Claims.of(lane, BudgetPart.POOL);
        return Optional.of(new Finding(Kind.POOL_STARVED, share, Rule.ofWaits(lane), sentence));
    }

    /** What the lane's workers do not use of its cores. */
    private static double parentCores(LaneSummary lane) {
        return Math.max(0, lane.effectiveCores().orElse(0) - lane.onCpuShare().orElse(0) * lane.threads());
    }
}
