package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/**
 * One thread is on a core all the time, others that also have work wait with cores idle: the work is divided unevenly. Or threads that work in turn wait
 * for one another, as at a barrier.
 */
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
        double mutual = Claims.ofOneAnother(lane);
        String sentence = mutual > evidence.lopsided() ? waiting(lane, cores) : Phrases.words("%s: the work is uneven: of %.0f threads that have some, one is on a core %s of the time and the others %s.",
                Phrases.idle(lane, cores), Math.max(2, evidence.runners()), Phrases.percent(evidence.busiest()), Phrases.percent(evidence.others()));
        return Rule.whereUnused(lane, cores, new Finding(Kind.IMBALANCED, Math.min(1, evidence.lopsided() + mutual), Sureness.INFERRED, sentence));
    }

    private static String waiting(LaneSummary lane, int cores) {
        return Phrases.words("%s: %s at barriers or conditions for one another %s (sampled), so that too few run at a time.",
                Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"), Phrases.time(lane, lane.waitShares().of(WaitKind.LOCK).orElse(0)));
    }
}
