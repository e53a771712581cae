package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** One thread is on a core all the time, others that also have work wait with cores idle: the work is divided unevenly. */
final class ImbalanceRule implements Rule {
    /** A division of work shows over some time only. */
    private static final long LONG_ENOUGH_NANOS = 1_000_000_000;

    @Override
    public boolean notYet(LaneSummary lane) {
        return lane.wallNanos() < LONG_ENOUGH_NANOS || Rule.super.notYet(lane);
    }

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        BudgetEvidence evidence = lane.budget().evidence();
        String sentence = Phrases.words("%s: the work is uneven: of %.0f threads that have some, one is on a core %s of the time and the others %s.",
                Phrases.idle(lane, cores), Math.max(2, evidence.runners()), Phrases.percent(evidence.busiest()), Phrases.percent(evidence.others()));
        return Rule.whereUnused(lane, cores, new Finding(Kind.IMBALANCED, Math.min(1, evidence.lopsided()), Sureness.INFERRED, sentence));
    }
}
