package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** The hypervisor gives cores to somebody else that the lane would use. */
final class StolenByHypervisorRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double wanted = (lane.effectiveCores().orElse(0) + lane.runDelayShare().orElse(0) * lane.threads()) / cores;
        double share = Math.min(lane.budget().share(BudgetPart.STEAL), wanted);
        if (share < WORTH) {
            return Optional.empty();
        }
        String sentence = Phrases.words("%s: the hypervisor gives %.1f cores to others%s.", Phrases.ready(lane, cores),
                lane.budget().share(BudgetPart.STEAL) * cores, Phrases.besides(lane));
        return Optional.of(new Finding(Kind.STOLEN_BY_HYPERVISOR, share, Sureness.SURE, sentence));
    }
}
