package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads sleep. */
final class SleepRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.SLEEP).orElse(0);
        String sentence = Phrases.words("%s: %s %s%s.", Phrases.idle(lane, cores), Phrases.they(lane, "sleep", "sleeps"),
                Phrases.time(lane, waits), Phrases.sampled(lane));
        return Rule.whereUnused(lane, cores, new Finding(Kind.SLEEPING, Claims.of(lane, BudgetPart.SLEEP), Rule.ofWaits(lane), sentence));
    }
}
