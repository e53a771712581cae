package coreloom.history;

import java.util.Optional;

/** Threads of a watched program are blocked, and nobody reports for what. */
final class BlockedRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        if (lane.waitShares().known() || Rule.littleUnused(lane, usableCores) || lane.runDelayShare().isEmpty()) {
            return Optional.empty();
        }
        double blocked = Math.max(0, 1 - lane.onCpuShare().orElse(0) - lane.runDelayShare().getAsDouble());
        String sentence = Rule.words("%s: %s use %.2f cores and are blocked %s of their time; what for is not reported.",
                Rule.idle(lane, usableCores), Rule.threads(lane), lane.effectiveCores().orElse(0), Rule.percent(blocked));
        return Optional.of(new Finding(Finding.Kind.BLOCKED, Rule.explained(lane, usableCores, blocked), sentence));
    }
}
