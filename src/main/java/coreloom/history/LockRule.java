package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Cores are idle because threads wait for a lock of the program. */
final class LockRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.LOCK).orElse(0);
        double share = Claims.ofLocks(lane);
        if (lane.waitShares().sampled()) {
            Sureness sureness = lane.locks().busiest().map(BusiestLock::told).orElse(false) ? Sureness.LIKELY : Sureness.INFERRED;
            return Rule.whereUnused(lane, cores, new Finding(Kind.LOCK_BOUND, share, sureness, sampled(lane, cores, waits)));
        }
        String sentence = Phrases.words("%s: %s one lock and %s for it %s.", Phrases.idle(lane, cores), Phrases.they(lane, "share", "shares"),
                lane.threads() == 1 ? "waits" : "wait", Phrases.time(lane, waits));
        return Rule.whereUnused(lane, cores, new Finding(Kind.LOCK_BOUND, share, Sureness.SURE, sentence));
    }

    /** Where its call does not tell, a lock and a condition look alike from outside. */
    private static String sampled(LaneSummary lane, int cores, double waits) {
        String most = lane.locks().busiest()
                .map(lock -> Phrases.words("; most at lock %s, %d threads at once", lock.name(), lock.threads())).orElse("");
        return Phrases.words("%s: %s for locks or conditions %s (sampled)%s.",
                Phrases.idle(lane, cores), Phrases.they(lane, "wait", "waits"), Phrases.time(lane, waits), most);
    }
}
