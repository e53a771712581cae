package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** Threads wait for a core, and there are some that they may not use: their affinity or cpuset denies it, or the profile gave them to no one. */
final class AffinityRule implements Rule {
    private static final double MUCH = 0.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        BudgetEvidence evidence = lane.budget().evidence();
        if (lane.runDelayShare().orElse(0) < MUCH) {
            return Optional.empty();
        }
        if (!lane.lane().cores().isEmpty()) {
            return confined(lane, cores);
        }
        if (evidence.capped() < WORTH) {
            return Optional.empty();
        }
        double allowed = Math.max(1, cores - evidence.deniedCores());
        String sentence = Phrases.words("%s; affinity or cpuset allows %s of %s.", readyOf(lane), Phrases.cores((int) Math.round(allowed)), cores);
        return Optional.of(new Finding(Kind.AFFINITY_CAPPED, Math.min(1, evidence.capped()), Sureness.SURE, sentence));
    }

    private static String readyOf(LaneSummary lane) {
        return Phrases.words("%s %.2f cores and %s ready but without one %s", Phrases.they(lane, "use", "uses"), lane.effectiveCores().orElse(0),
                lane.threads() == 1 ? "is" : "are", Phrases.time(lane, lane.runDelayShare().orElse(0)));
    }

    /** A lane that fills what its profile gave it, with nobody else on it: the cores are busy, and this is what is wrong with it. */
    private static Optional<Finding> confined(LaneSummary lane, int cores) {
        if (lane.threads() <= cores || !Rule.littleUnused(lane, cores)) {
            return Optional.empty();
        }
        String sentence = Phrases.words("%s %.2f of %s and are ready but without a core %s: the lane is confined to %s.",
                Phrases.they(lane, "use", "uses"), lane.effectiveCores().orElse(0), Phrases.cores(cores),
                Phrases.time(lane, lane.runDelayShare().orElse(0)), Phrases.named(lane.lane().cores()));
        return Optional.of(new Finding(Kind.AFFINITY_CAPPED, Rule.used(lane, cores), Sureness.SURE, sentence));
    }
}
