package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.Phase;
import java.util.Optional;

/** Too little was measured to say anything. */
final class NotYetRule implements Rule {
    @Override
    public boolean notYet(LaneSummary lane) {
        return false;
    }

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        return Rule.super.notYet(lane) ? Optional.of(new Finding(Kind.NOT_YET, 0, Sureness.SURE, sentence(lane))) : Optional.empty();
    }

    private static String sentence(LaneSummary lane) {
        Phase phase = lane.lane().phase();
        if (lane.lane().notAvailable()) {
            return lane.lane().name() + " is n/a: " + lane.lane().note();
        }
        if (phase.over()) {
            return lane.lane().name() + " ended before enough was measured.";
        }
        return switch (phase) {
            case STARTING -> lane.lane().name() + " is starting.";
            case WARM_UP -> lane.lane().name() + " is warming up, so that compilers and caches do not count.";
            case BASELINE -> "One worker of " + lane.lane().name() + " runs alone, to compare with.";
            case MEASURED, ENDED, FAILED -> lane.lane().name() + " is being measured.";
        };
    }
}
