package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for a disk. */
final class DiskRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.DISK).orElse(0);
        String sentence = Phrases.words("%s: %s for a disk %s%s.", Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"),
                Phrases.time(lane, waits), Phrases.sampled(lane));
        return Rule.whereUnused(lane, cores, new Finding(Kind.DISK_BOUND, Claims.of(lane, BudgetPart.DISK), Rule.ofWaits(lane), sentence));
    }
}
