package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for input or output that is no disk's: a socket, a pipe, a terminal, a poll. */
final class IoRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.IO).orElse(0);
        String more = Phrases.coroutines(lane) ? "more of the one core of their loop" : "the cores";
        String sentence = Phrases.words("%s: %s for I/O %s%s.", Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"),
                Phrases.time(lane, waits), lane.waitShares().sampled() ? Phrases.sampled(lane) : "; more workers would use " + more);
        return Rule.whereUnused(lane, cores, new Finding(Kind.IO_BOUND, Claims.of(lane, BudgetPart.IO), Rule.ofWaits(lane), sentence));
    }
}
