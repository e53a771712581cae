package coreloom.history;

import coreloom.snapshot.Phase;
import java.util.Optional;

/** The lane could not run, or died. */
final class FailedRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        return lane.lane().phase() == Phase.FAILED ? Optional.of(new Finding(Finding.Kind.FAILED, 2, lane.lane().trouble())) : Optional.empty();
    }
}
