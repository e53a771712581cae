package coreloom.history;

import coreloom.history.LaneSummary.Collections;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads are stopped, or kept from the interpreter lock, while the cyclic collector is at work. */
final class CollectorRule implements Rule {
    private static final double MUCH = 0.05;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.COLLECTOR).orElse(0);
        if (waits < MUCH || lane.collections().count() == 0 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: the collector stops %s for %s of their time; %s.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits), pauses(lane));
        return Optional.of(new Finding(Finding.Kind.COLLECTOR, Rule.explained(lane, usableCores, waits), sentence));
    }

    private static String pauses(LaneSummary lane) {
        Collections collections = lane.collections();
        double perSecond = collections.count() * 1e9 / lane.wallNanos();
        return Rule.words(perSecond < 9.95 ? "%.1f" : "%.0f", perSecond) + " collections a second, "
                + length(collections.pauseNanos() / 1e6 / collections.count()) + " each";
    }

    private static String length(double millis) {
        return Rule.words(millis < 0.995 ? "%.2f ms" : millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
    }
}
