package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads sleep. */
final class SleepRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.SLEEP).orElse(0);
        if (waits < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: %s sleep %s of their time%s.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits), Rule.sampled(lane));
        return Optional.of(new Finding(Finding.Kind.SLEEP, Rule.explained(lane, usableCores, waits), sentence));
    }
}
