package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.Phase;
import java.util.Optional;

/** The lane could not run, or died. What was measured until then is told beside it. */
final class FailedRule implements Rule {
    @Override
    public boolean notYet(LaneSummary lane) {
        return false;
    }

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        return lane.lane().phase() == Phase.FAILED ? Optional.of(new Finding(Kind.FAILED, 1, Sureness.SURE, lane.lane().trouble())) : Optional.empty();
    }
}
