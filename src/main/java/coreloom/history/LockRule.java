package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for a lock of the program. */
final class LockRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.LOCK).orElse(0);
        if (waits < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        if (lane.waitShares().sampled()) {
            return Optional.of(new Finding(Finding.Kind.LOCK, Rule.explained(lane, usableCores, waits), sampled(lane, usableCores, waits)));
        }
        String sentence = Rule.words("%s: %s share one lock and wait for it %s of their time.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits));
        return Optional.of(new Finding(Finding.Kind.LOCK, Rule.explained(lane, usableCores, waits), sentence));
    }

    /** From outside, a lock and a condition look alike. */
    private static String sampled(LaneSummary lane, int usableCores, double waits) {
        String most = lane.locks().busiest()
                .map(lock -> Rule.words("; most at lock %s, %d threads at once", lock.name(), lock.threads())).orElse("");
        return Rule.words("%s: %s wait for locks or conditions %s of their time (sampled)%s.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits), most);
    }
}
