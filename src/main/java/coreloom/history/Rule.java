package coreloom.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One rule: looks at what a lane has done and answers silence, or a finding with its evidence. Adding a finding is adding a rule. */
interface Rule {
    /** Unused cores below this share of the usable ones are no riddle. */
    double LITTLE = 0.12;

    /** As much of a core as is worth a word. */
    double MUCH_CORES = 0.2;

    /** More cores are counted, not named. */
    int MOST_NAMED = 8;

    /** The variant whose workers are coroutines. */
    String COROUTINES = "asyncio";

    /** @param usableCores cores that the lane may use */
    Optional<Finding> examine(LaneSummary lane, int usableCores);

    /** Every rule; among equals the earlier one wins. */
    static List<Rule> all() {
        return List.of(new FailedRule(), new NotYetRule(), new InterpreterLockRule(), new LockRule(), new IoRule(), new SleepRule(),
                new RunQueueRule(), new TooFewThreadsRule(), new BlockedRule(), new BusyRule(), new AffinityRule(),
                new PoolRule(), new EventLoopRule(), new CollectorRule());
    }

    /**
     * The finding that explains most; there is always one, because {@link NotYetRule} and {@link BusyRule} between them never keep silent.
     *
     * @param allCores cores that lanes may use that are not confined to fewer
     */
    static Finding verdict(List<Rule> rules, LaneSummary lane, int allCores) {
        int usableCores = lane.lane().usableOf(allCores);
        Finding best = null;
        for (int i = 0; i < rules.size(); i++) {
            Optional<Finding> found = rules.get(i).examine(lane, usableCores);
            if (found.isPresent() && (best == null || found.get().share() > best.share())) {
                best = found.get();
            }
        }
        return best;
    }

    /** Cores that the lane did not use, idle or not; 0 when it used more than it may. */
    static double unusedCores(LaneSummary lane, int usableCores) {
        return Math.max(0, usableCores - lane.effectiveCores().orElse(usableCores));
    }

    /** Of the unused cores those that nobody else used either; all of them where core times cannot be read. */
    static double idleCores(LaneSummary lane, int usableCores) {
        double unused = unusedCores(lane, usableCores);
        return lane.machine().isPresent() ? Math.min(unused, lane.machine().get().idleCores()) : unused;
    }

    /** Cores that other programs used meanwhile; 0 where core times cannot be read. */
    static double otherCores(LaneSummary lane) {
        return lane.machine().isPresent() ? Math.max(0, lane.machine().get().busyCores() - lane.effectiveCores().orElse(0)) : 0;
    }

    static double stolenCores(LaneSummary lane) {
        return lane.machine().isPresent() ? lane.machine().get().stolenCores() : 0;
    }

    static boolean littleUnused(LaneSummary lane, int usableCores) {
        return unusedCores(lane, usableCores) < LITTLE * usableCores;
    }

    /**
     * The share of the usable cores that waits of one kind explain as unused: the unused cores, in proportion to this wait among all the time
     * that the workers spent off their cores.
     */
    static double explained(LaneSummary lane, int usableCores, double waitShare) {
        double off = 1 - lane.onCpuShare().orElse(0);
        return off <= 0 ? 0 : unusedCores(lane, usableCores) / usableCores * Math.min(1, waitShare / off);
    }

    /** How many cores were idle, and who had those that were not, where that is much. */
    static String idle(LaneSummary lane, int usableCores) {
        String others = otherCores(lane) >= MUCH_CORES ? words(", %.1f used by other programs", otherCores(lane)) : "";
        String stolen = stolenCores(lane) >= MUCH_CORES ? words(", %.1f given to others by the hypervisor", stolenCores(lane)) : "";
        return words("%.1f of %s idle%s", idleCores(lane, usableCores), cores(usableCores), confined(lane)) + others + stolen;
    }

    /** To which cores a lane is confined, in brackets; empty where it may use all. */
    static String confined(LaneSummary lane) {
        List<Integer> cores = lane.lane().cores();
        return cores.isEmpty() ? "" : " (confined to " + named(cores) + ")";
    }

    /** The cores of those ids; many are not named one by one. */
    static String named(List<Integer> cores) {
        return cores.size() > MOST_NAMED ? cores(cores.size())
                : (cores.size() == 1 ? "core " : "cores ") + String.join(", ", cores.stream().map(String::valueOf).toList());
    }

    /** Says so where waits come from looking at the threads. */
    static String sampled(LaneSummary lane) {
        return lane.waitShares().sampled() ? " (sampled)" : "";
    }

    static String cores(int count) {
        return count + (count == 1 ? " core" : " cores");
    }

    static String threads(LaneSummary lane) {
        return lane.threads() + (coroutines(lane) ? " coroutine" : " thread") + (lane.threads() == 1 ? "" : "s");
    }

    /** Whether its workers are the coroutines of one thread. */
    static boolean coroutines(LaneSummary lane) {
        return lane.lane().variant().equals(COROUTINES);
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
