package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Threads of a watched program are blocked, and nobody can tell for what. */
final class BlockedRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        if (lane.waitShares().sampled()) {
            return seen(lane, usableCores);
        }
        if (lane.waitShares().known() || Rule.littleUnused(lane, usableCores) || lane.runDelayShare().isEmpty()) {
            return Optional.empty();
        }
        double blocked = Math.max(0, 1 - lane.onCpuShare().orElse(0) - lane.runDelayShare().getAsDouble());
        String sentence = Rule.words("%s: %s use %.2f cores and are blocked %s of their time; what for is not reported.",
                Rule.idle(lane, usableCores), Rule.threads(lane), lane.effectiveCores().orElse(0), Rule.percent(blocked));
        return Optional.of(new Finding(Finding.Kind.BLOCKED, Rule.explained(lane, usableCores, blocked), sentence));
    }

    /** Where somebody looked: what no other rule speaks of. */
    private static Optional<Finding> seen(LaneSummary lane, int usableCores) {
        double child = lane.waitShares().of(WaitKind.CHILD).orElse(0);
        double other = lane.waitShares().of(WaitKind.OTHER).orElse(0);
        if (child + other < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String why = child > other ? "wait for the end of a child process or thread"
                : "are blocked for another reason than locks, I/O or sleep";
        String sentence = Rule.words("%s: %s use %.2f cores and %s %s of their time (sampled).", Rule.idle(lane, usableCores),
                Rule.threads(lane), lane.effectiveCores().orElse(0), why, Rule.percent(Math.max(child, other)));
        return Optional.of(new Finding(Finding.Kind.BLOCKED, Rule.explained(lane, usableCores, child + other), sentence));
    }
}
