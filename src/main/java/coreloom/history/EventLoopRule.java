package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because one event loop runs one coroutine at a time. */
final class EventLoopRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.EVENT_LOOP).orElse(0);
        if (waits < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: one event loop runs one coroutine at a time; %.1f of %s wait for it (%s of their time%s).",
                Rule.idle(lane, usableCores), waits * lane.threads(), Rule.threads(lane), Rule.percent(waits), lag(lane));
        return Optional.of(new Finding(Finding.Kind.EVENT_LOOP, Rule.explained(lane, usableCores, waits), sentence));
    }

    private static String lag(LaneSummary lane) {
        return lane.waitP50Nanos().isPresent() ? Rule.words(", median %.1f ms", lane.waitP50Nanos().getAsLong() / 1e6) : "";
    }
}
