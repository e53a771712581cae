package coreloom.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One rule: looks at what a lane has done and answers silence, or a finding with its evidence. Adding a finding is adding a rule. */
interface Rule {
    /** Idle cores below this share of the usable ones are no riddle. */
    double LITTLE_IDLE = 0.12;

    Optional<Finding> examine(LaneSummary lane, int usableCores);

    /** Every rule; among equals the earlier one wins. */
    static List<Rule> all() {
        return List.of(new FailedRule(), new NotYetRule(), new InterpreterLockRule(), new LockRule(), new IoRule(), new SleepRule(),
                new RunQueueRule(), new TooFewThreadsRule(), new BlockedRule(), new BusyRule());
    }

    /** The finding that explains most; there is always one, because {@link NotYetRule} and {@link BusyRule} between them never keep silent. */
    static Finding verdict(List<Rule> rules, LaneSummary lane, int usableCores) {
        Finding best = null;
        for (int i = 0; i < rules.size(); i++) {
            Optional<Finding> found = rules.get(i).examine(lane, usableCores);
            if (found.isPresent() && (best == null || found.get().share() > best.share())) {
                best = found.get();
            }
        }
        return best;
    }

    /** Cores that the lane left idle, 0 when it used more than it may. */
    static double idleCores(LaneSummary lane, int usableCores) {
        return Math.max(0, usableCores - lane.effectiveCores().orElse(usableCores));
    }

    static boolean littleIdle(LaneSummary lane, int usableCores) {
        return idleCores(lane, usableCores) < LITTLE_IDLE * usableCores;
    }

    /**
     * The share of the usable cores that waits of one kind explain as idle: the idle cores, in proportion to this wait among all the time that
     * the workers spent off their cores.
     */
    static double explained(LaneSummary lane, int usableCores, double waitShare) {
        double off = 1 - lane.onCpuShare().orElse(0);
        return off <= 0 ? 0 : idleCores(lane, usableCores) / usableCores * Math.min(1, waitShare / off);
    }

    static String idle(LaneSummary lane, int usableCores) {
        return words("%.1f of %s idle", idleCores(lane, usableCores), cores(usableCores));
    }

    static String cores(int count) {
        return count + (count == 1 ? " core" : " cores");
    }

    static String threads(LaneSummary lane) {
        return lane.threads() + (lane.threads() == 1 ? " thread" : " threads");
    }

    /** Whole percent; with a decimal where rounding would say all or nothing of what is neither. */
    static String percent(double share) {
        boolean nearlyAll = share < 1 && share >= 0.995;
        boolean nearlyNothing = share > 0 && share < 0.005;
        return nearlyAll || nearlyNothing ? words("%.1f %%", Math.max(0.1, Math.min(99.9, share * 100))) : words("%.0f %%", share * 100);
    }

    static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
