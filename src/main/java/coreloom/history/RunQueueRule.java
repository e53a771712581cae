package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** Threads are ready beside an idle core, and nothing is seen that keeps them from it. */
final class RunQueueRule implements Rule {
    private static final double MUCH = 0.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        if (lane.runDelayShare().orElse(0) < MUCH) {
            return Optional.empty();
        }
        return Rule.whereUnused(lane, cores,
                new Finding(Kind.RUN_QUEUE, Claims.of(lane, BudgetPart.RUN_QUEUE), Sureness.INFERRED, Phrases.ready(lane, cores) + "."));
    }
}
