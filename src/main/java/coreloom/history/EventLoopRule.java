package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because one event loop runs one coroutine at a time. */
final class EventLoopRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.EVENT_LOOP).orElse(0);
        String sentence = Phrases.words("%s: one event loop runs one coroutine at a time; %.1f of %s wait for it (%s%s).",
                Phrases.idle(lane, cores), waits * lane.threads(), Phrases.threads(lane), Phrases.time(lane, waits), lag(lane));
        return Rule.whereUnused(lane, cores,
                new Finding(Kind.EVENT_LOOP_BOUND, Claims.of(lane, BudgetPart.EVENT_LOOP), Rule.ofWaits(lane), sentence));
    }

    private static String lag(LaneSummary lane) {
        return lane.waitP50Nanos().isPresent() ? Phrases.words(", median %.1f ms", lane.waitP50Nanos().getAsLong() / 1e6) : "";
    }
}
