package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the finished lanes of a run show together: the one that got most out of the cores beside the one that got least. */
public final class Comparison {
    private Comparison() {}

    /** One sentence; never empty. */
    public static String sentence(List<LaneSummary> lanes) {
        LaneSummary best = null;
        LaneSummary worst = null;
        for (LaneSummary lane : lanes) {
            if (lane.speedUp().isPresent() && lane.lane().trouble().isEmpty()) {
                best = best == null || lane.speedUp().getAsDouble() > best.speedUp().getAsDouble() ? lane : best;
                worst = worst == null || lane.speedUp().getAsDouble() < worst.speedUp().getAsDouble() ? lane : worst;
            }
        }
        if (best == null) {
            return "All lanes are done; none could be measured against one worker." + leftOut(lanes);
        }
        return (best == worst ? alone(best) : both(best, worst)) + leftOut(lanes);
    }

    /** A lane of which a process died was not what it was to be, and is compared with nothing; one that could not run here neither. */
    private static String leftOut(List<LaneSummary> lanes) {
        return sentence(" Left out for what went wrong with it: ", lanes, lane -> !lane.trouble().isEmpty())
                + sentence(" Not available here: ", lanes, LaneReading::notAvailable);
    }

    private static String sentence(String words, List<LaneSummary> lanes, Predicate<LaneReading> which) {
        StringBuilder names = new StringBuilder();
        for (LaneSummary lane : lanes) {
            if (which.test(lane.lane())) {
                names.append(names.isEmpty() ? "" : ", ").append(lane.lane().name());
            }
        }
        return names.isEmpty() ? "" : words + names + ".";
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
                worst.lane().name(), times(worst), reason(worst));
    }

    /** The largest of the reasons why it did less, where one is large: its workers were off their cores, or did less on them. */
    private static String reason(LaneSummary lane) {
        double onCpu = lane.onCpuShare().orElse(0);
        double each = lane.speedUp().orElse(0) / lane.lane().workers();
        double interpreter = lane.waitShares().of(WaitKind.INTERPRETER_LOCK).orElse(0);
        double lock = lane.waitShares().of(WaitKind.LOCK).orElse(0);
        double queue = lane.runDelayShare().orElse(0);
        double pool = lane.waitShares().of(WaitKind.POOL).orElse(0);
        double loop = lane.waitShares().of(WaitKind.EVENT_LOOP).orElse(0);
        double collector = lane.waitShares().of(WaitKind.COLLECTOR).orElse(0);
        double largest = Math.max(Math.max(queue, Math.max(pool, collector)), Math.max(interpreter, lock));
        if (loop > largest && loop >= 0.05) {
            return words(", because its coroutines wait for their event loop %.0f %% of their time", loop * 100);
        }
        if (onCpu - each > Math.max(largest, 0.05)) {
            return words(", because its threads, though on a core %.0f %% of their time, do less there", onCpu * 100);
        }
        if (largest < 0.05) {
            return "";
        }
        String doing = largest == queue ? "are ready but without a core" : largest == interpreter ? "wait for the interpreter lock"
                : largest == pool ? "wait for their next call" : largest == collector ? "wait for the collector" : "wait for a lock";
        return words(", because its threads %s %.0f %% of their time", doing, largest * 100);
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
