package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/**
 * Cores are idle, and nobody can tell why: threads were blocked, and what for was not seen or has no name. Where no other rule speaks, this one does. It
 * is never sure, and never comes before a rule that has evidence.
 */
final class UnexplainedRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        if (Rule.littleUnused(lane, cores)) {
            return Optional.empty();
        }
        double other = Claims.of(lane, BudgetPart.OTHER);
        double unknown = Claims.ofUnknown(lane);
        double share = other + unknown;
        return Optional.of(new Finding(Kind.UNEXPLAINED, share < WORTH ? 0 : Math.min(1, share), Sureness.INFERRED,
                share < WORTH || lane.runDelayShare().isEmpty() ? AllWellRule.use(lane, cores)
                        : sentence(lane, cores, other > unknown && lane.waitShares().sampled())));
    }

    private static String sentence(LaneSummary lane, int cores, boolean seen) {
        double blocked = seen ? lane.waitShares().of(WaitKind.OTHER).orElse(0)
                : Math.max(0, 1 - lane.onCpuShare().orElse(0) - lane.runDelayShare().orElse(0));
        if (blocked < WORTH) {
            return AllWellRule.use(lane, cores);
        }
        return Phrases.words("%s: %s %.2f cores and %s blocked %s; %s.", Phrases.idle(lane, cores), Phrases.they(lane, "use", "uses"),
                lane.effectiveCores().orElse(0), lane.threads() == 1 ? "is" : "are", Phrases.time(lane, blocked),
                seen ? "what for is neither a lock nor I/O, sleep or a child (sampled)" : "what for is not reported");
    }
}
