package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** A cgroup's quota is used up before its period ends, and threads are kept from cores until the next one begins. */
final class QuotaRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        BudgetEvidence evidence = lane.budget().evidence();
        if (evidence.quota() < WORTH || Double.isInfinite(evidence.quotaCores())) {
            return Optional.empty();
        }
        String sentence = Phrases.words("Throttled: %s %.2f of %s, and the quota of %s cgroup is %.2f cores; it was used up in %s of its periods.",
                Phrases.they(lane, "use", "uses"), lane.effectiveCores().orElse(0), Phrases.cores(cores), Phrases.their(lane), evidence.quotaCores(),
                Phrases.percent(evidence.throttledPeriods()));
        return Optional.of(new Finding(Kind.QUOTA_THROTTLED, Math.min(1, evidence.quota()), Sureness.SURE, sentence));
    }
}
