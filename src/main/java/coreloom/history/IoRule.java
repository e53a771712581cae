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
        String sentence = Rule.words("%s: %s wait for I/O %s of their time; more workers would use %s.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(waits),
                Rule.coroutines(lane) ? "more of the one core of their loop" : "the cores");
        return Optional.of(new Finding(Finding.Kind.IO, Rule.explained(lane, usableCores, waits), sentence));
    }
}
