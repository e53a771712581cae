package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads sleep: they have asked to, or wait in such a way that nothing else is seen to keep them. */
final class SleepRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double asleep = Claims.of(lane, BudgetPart.SLEEP);
        double events = Claims.ofEvents(lane);
        double share = Math.min(1, asleep + events);
        if (events > asleep) {
            return Rule.whereUnused(lane, cores, new Finding(Kind.SLEEPING, share, Sureness.INFERRED, waiting(lane, cores)));
        }
        double waits = lane.waitShares().of(WaitKind.SLEEP).orElse(0);
        String sentence = Phrases.words("%s: %s %s%s.", Phrases.idle(lane, cores), Phrases.they(lane, "sleep", "sleeps"),
                Phrases.time(lane, waits), Phrases.sampled(lane));
        return Rule.whereUnused(lane, cores, new Finding(Kind.SLEEPING, share, Rule.ofWaits(lane), sentence));
    }

    /** Runtimes sleep at conditions, as that of Java does; from outside these look like locks. */
    private static String waiting(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.LOCK).orElse(0) + lane.waitShares().of(WaitKind.SLEEP).orElse(0);
        return Phrases.words("%s: %s for a moment or an event %s (sampled); nobody runs meanwhile who could hold a lock.",
                Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"), Phrases.time(lane, waits));
    }
}
