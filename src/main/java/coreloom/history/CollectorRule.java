package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads are stopped, or kept from the interpreter lock, while the cyclic collector is at work. */
final class CollectorRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        if (lane.collections().count() == 0) {
            return Optional.empty();
        }
        double waits = lane.waitShares().of(WaitKind.COLLECTOR).orElse(0);
        String sentence = Phrases.words("%s: the collector stops %s for %s; %s.",
                Phrases.idle(lane, cores), Phrases.threads(lane), Phrases.time(lane, waits), pauses(lane));
        return Rule.whereUnused(lane, cores,
                new Finding(Kind.COLLECTOR_PAUSES, Claims.of(lane, BudgetPart.COLLECTOR), Rule.ofWaits(lane), sentence));
    }

    private static String pauses(LaneSummary lane) {
        LaneSummary.Collections collections = lane.collections();
        double perSecond = collections.count() * 1e9 / lane.wallNanos();
        return Phrases.words(perSecond < 9.95 ? "%.1f" : "%.0f", perSecond) + " collections a second, "
                + length(collections.pauseNanos() / 1e6 / collections.count()) + " each";
    }

    private static String length(double millis) {
        return Phrases.words(millis < 0.995 ? "%.2f ms" : millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
    }
}
