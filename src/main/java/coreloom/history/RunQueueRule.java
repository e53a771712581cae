package coreloom.history;

import java.util.Optional;

/** Threads are ready and wait for a core: too many of them, or other programs on the same cores. */
final class RunQueueRule implements Rule {
    private static final double MUCH = 0.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double delay = lane.runDelayShare().orElse(0);
        if (delay < MUCH) {
            return Optional.empty();
        }
        double used = lane.effectiveCores().orElse(0);
        boolean full = Rule.littleUnused(lane, usableCores);
        String sentence = Rule.words("%s use %.2f of %s%s and are ready but without a core %s of their time%s.",
                Rule.threads(lane), used, Rule.cores(usableCores), Rule.confined(lane), Rule.percent(delay), why(lane, usableCores));
        return Optional.of(new Finding(Finding.Kind.RUN_QUEUE, full ? 1.1 : Rule.explained(lane, usableCores, delay), sentence));
    }

    /** Only what was measured: who had the cores instead. */
    private static String why(LaneSummary lane, int usableCores) {
        String many = lane.threads() > usableCores ? ": more threads than cores" : "";
        String join = many.isEmpty() ? ": " : ", and ";
        if (Rule.otherCores(lane) >= Rule.MUCH_CORES) {
            return many + join + Rule.words("other programs use %.1f cores", Rule.otherCores(lane));
        }
        if (Rule.stolenCores(lane) >= Rule.MUCH_CORES) {
            return many + join + Rule.words("the hypervisor gives %.1f cores to others", Rule.stolenCores(lane));
        }
        return many;
    }

}
