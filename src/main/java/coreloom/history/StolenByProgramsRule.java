package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** Threads are ready, and other programs are on the cores that they may use. */
final class StolenByProgramsRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double share = Math.min(1, lane.budget().evidence().crowded());
        if (share < WORTH) {
            return Optional.empty();
        }
        String sentence = Phrases.words("%s: other programs use %.1f cores%s.", Phrases.ready(lane, cores), Phrases.otherCores(lane),
                Phrases.besides(lane));
        // What a thread used that came and went unseen looks like another program's.
        boolean unseen = lane.budget().share(BudgetPart.PASSING) >= WORTH;
        return Optional.of(new Finding(Kind.STOLEN_BY_PROGRAMS, share, unseen ? Sureness.INFERRED : Sureness.SURE, sentence));
    }
}
