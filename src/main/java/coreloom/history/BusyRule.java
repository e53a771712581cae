package coreloom.history;

import java.util.Optional;

/** The lane uses the cores it may use; or, when no other rule speaks, how many it uses. */
final class BusyRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        if (lane.effectiveCores().isEmpty()) {
            return Optional.empty();
        }
        boolean busy = Rule.littleUnused(lane, usableCores);
        String speedUp = lane.speedUp().isPresent() ? Rule.words(", %.2f times the work of one worker", lane.speedUp().getAsDouble()) : "";
        String others = Rule.otherCores(lane) >= Rule.MUCH_CORES ? Rule.words("; other programs use %.1f", Rule.otherCores(lane)) : "";
        String sentence = Rule.words("%s%s use %.2f of %s%s%s%s.", busy ? "All well: " : "", Rule.threads(lane), lane.effectiveCores().getAsDouble(),
                Rule.cores(usableCores), Rule.confined(lane), speedUp, others);
        return Optional.of(new Finding(Finding.Kind.BUSY, busy ? 1 : 0, sentence));
    }
}
