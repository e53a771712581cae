package coreloom.history;

import java.util.Optional;

/** The lane fills the cores that it is confined to, nobody else is on them, and its threads wait for a core: there are some that they may not use. */
final class AffinityRule implements Rule {
    private static final double MUCH = 0.2;
    /** Above what {@link RunQueueRule} says of the same: this is why. */
    private static final double SHARE = 1.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double delay = lane.runDelayShare().orElse(0);
        boolean fewer = !lane.lane().cores().isEmpty() && lane.threads() > usableCores;
        boolean alone = Rule.otherCores(lane) < Rule.MUCH_CORES && Rule.stolenCores(lane) < Rule.MUCH_CORES;
        if (!fewer || !alone || delay < MUCH || !Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s use %.2f of %s and are ready but without a core %s of their time: the lane is confined to %s.",
                Rule.threads(lane), lane.effectiveCores().orElse(0), Rule.cores(usableCores), Rule.percent(delay),
                Rule.named(lane.lane().cores()));
        return Optional.of(new Finding(Finding.Kind.AFFINITY, SHARE, sentence));
    }
}
