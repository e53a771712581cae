package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for input, output or a disk. */
final class IoRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.IO).orElse(0) + lane.waitShares().of(WaitKind.DISK).orElse(0);
        if (waits < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String more = Rule.coroutines(lane) ? "more of the one core of their loop" : "the cores";
        String sentence = Rule.words("%s: %s wait for I/O %s of their time%s.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits),
                lane.waitShares().sampled() ? Rule.sampled(lane) : "; more workers would use " + more);
        return Optional.of(new Finding(Finding.Kind.IO, Rule.explained(lane, usableCores, waits), sentence));
    }
}
