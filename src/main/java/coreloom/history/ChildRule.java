package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for the end of a child process, or of another thread, and nothing is seen that this one waits for. */
final class ChildRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.CHILD).orElse(0);
        String sentence = Phrases.words("%s: %s for the end of a child process or thread %s%s.", Phrases.idle(lane, cores),
                Phrases.they(lane, "wait", "waits"), Phrases.time(lane, waits), Phrases.sampled(lane));
        return Rule.whereUnused(lane, cores, new Finding(Kind.WAITING_FOR_CHILD, Claims.of(lane, BudgetPart.CHILD), Rule.ofWaits(lane), sentence));
    }
}
