package coreloom.history;

import java.util.Optional;

/** Every worker is on a core nearly all the time, and there are fewer of them than cores. */
final class TooFewThreadsRule implements Rule {
    private static final double NEARLY_ALL = 0.85;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        boolean few = lane.threads() > 0 && lane.threads() < usableCores && lane.onCpuShare().orElse(0) >= NEARLY_ALL;
        if (!few || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: %s, busy %s of the time, cannot use more cores.",
                Rule.idle(lane, usableCores), Rule.threads(lane), Rule.percent(lane.onCpuShare().getAsDouble()));
        return Optional.of(new Finding(Finding.Kind.TOO_FEW_THREADS, Rule.unusedCores(lane, usableCores) / usableCores, sentence));
    }
}
