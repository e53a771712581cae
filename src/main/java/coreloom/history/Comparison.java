package coreloom.history;

import java.util.List;
import java.util.Locale;

/** What the finished lanes of a run show together: the one that got most out of the cores beside the one that got least. */
public final class Comparison {
    private Comparison() {}

    /** One sentence; never empty. */
    public static String sentence(List<LaneSummary> lanes) {
        LaneSummary best = null;
        LaneSummary worst = null;
        for (LaneSummary lane : lanes) {
            if (lane.speedUp().isPresent()) {
                best = best == null || lane.speedUp().getAsDouble() > best.speedUp().getAsDouble() ? lane : best;
                worst = worst == null || lane.speedUp().getAsDouble() < worst.speedUp().getAsDouble() ? lane : worst;
            }
        }
        if (best == null) {
            return "All lanes are done; none could be measured against one worker.";
        }
        return best == worst ? alone(best) : both(best, worst);
    }

    private static String alone(LaneSummary lane) {
        return words("%s: %s the work of one worker with %s.", lane.lane().name(), times(lane), workers(lane));
    }

    private static String both(LaneSummary best, LaneSummary worst) {
        double apart = best.speedUp().getAsDouble() / worst.speedUp().getAsDouble();
        if (apart < 1.15) {
            return words("All lanes do about the same: %s to %s the work of one worker with %s.",
                    times(worst), times(best), workers(best));
        }
        return words("%s: %s the work of one worker with %s; %s: %s%s.", best.lane().name(), times(best), workers(best),
                worst.lane().name(), times(worst), waits(worst));
    }

    private static String waits(LaneSummary lane) {
        double share = lane.lockWaitShare().orElse(0);
        return share < 0.05 ? "" : words(", because its threads wait for %s %.0f %% of their time",
                lane.waitShares().of(coreloom.snapshot.WaitKind.INTERPRETER_LOCK).orElse(0) > share / 2 ? "the interpreter lock" : "a lock", share * 100);
    }

    private static String times(LaneSummary lane) {
        return words("%.2f times", lane.speedUp().getAsDouble());
    }

    private static String workers(LaneSummary lane) {
        return lane.lane().workers() + (lane.lane().workers() == 1 ? " worker" : " workers");
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
