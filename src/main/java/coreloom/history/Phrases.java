package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Locale;

/** The words that findings have in common. */
final class Phrases {
    /** As much of a core as is worth a word. */
    private static final double MUCH_CORES = 0.2;

    /** As many threads, on average, as are worth a word. */
    private static final double MANY_WAITING = 0.5;

    /** More cores are counted, not named. */
    private static final int MOST_NAMED = 8;

    /** The variant whose workers are coroutines. */
    private static final String COROUTINES = "asyncio";

    private Phrases() {}

    /** How many cores were idle, and who had those that were not, where that is much. */
    static String idle(LaneSummary lane, int cores) {
        String others = otherCores(lane) >= MUCH_CORES ? words(", %.1f used by other programs", otherCores(lane)) : "";
        String stolen = stolenCores(lane) >= MUCH_CORES ? words(", %.1f given to others by the hypervisor", stolenCores(lane)) : "";
        return words("%.1f of %s idle%s", idleCores(lane, cores), cores(cores), confined(lane)) + others + stolen;
    }

    /** Cores that neither the lane used nor, as far as core times can be read, anybody else. */
    private static double idleCores(LaneSummary lane, int cores) {
        double unused = Math.max(0, cores - lane.effectiveCores().orElse(cores));
        return lane.machine().isPresent() ? Math.min(unused, lane.machine().get().idleCores()) : unused;
    }

    /** Cores that other programs used meanwhile; 0 where core times cannot be read. */
    static double otherCores(LaneSummary lane) {
        return lane.machine().isPresent() ? Math.max(0, lane.machine().get().busyCores() - lane.effectiveCores().orElse(0)) : 0;
    }

    private static double stolenCores(LaneSummary lane) {
        return lane.machine().isPresent() ? lane.machine().get().stolenCores() : 0;
    }

    /** Who had the cores instead, as far as it was measured: to go behind a colon; empty where nobody had. */
    static List<String> whoElse(LaneSummary lane) {
        if (otherCores(lane) >= MUCH_CORES) {
            return List.of(words("other programs use %.1f cores", otherCores(lane)));
        }
        return stolenCores(lane) >= MUCH_CORES ? List.of(words("the hypervisor gives %.1f cores to others", stolenCores(lane))) : List.of();
    }

    /** The lane's threads, the cores that they use and how long they were ready for one: to be continued. */
    static String ready(LaneSummary lane, int cores) {
        return words("%s %.2f of %s%s and %s ready but without a core %s", they(lane, "use", "uses"), lane.effectiveCores().orElse(0),
                online(lane, cores), confined(lane), lane.threads() == 1 ? "is" : "are", time(lane, lane.runDelayShare().orElse(0)));
    }

    /** How many threads wait for the interpreter lock besides, where these are enough to matter: other cores alone would not do. To go before the full stop. */
    static String besides(LaneSummary lane) {
        double waiting = lane.waitShares().of(WaitKind.INTERPRETER_LOCK).orElse(0) * lane.threads();
        return waiting < MANY_WAITING ? "" : words("; %.1f threads wait for the interpreter lock", waiting);
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

    /** The cores on offer, with a decimal where one came or went. */
    static String online(LaneSummary lane, int cores) {
        double offered = Rule.offered(lane, cores);
        return Math.abs(cores - offered) < 0.05 ? cores(cores) : words("%.1f cores online", offered);
    }

    static String cores(int count) {
        return count + (count == 1 ? " core" : " cores");
    }

    static String threads(LaneSummary lane) {
        return lane.threads() + (coroutines(lane) ? " coroutine" : " thread") + (lane.threads() == 1 ? "" : "s");
    }

    /** The lane's threads and what they do, in the plural or the singular. */
    static String they(LaneSummary lane, String several, String one) {
        return threads(lane) + " " + (lane.threads() == 1 ? one : several);
    }

    /** A share of the lane's threads' time. */
    static String time(LaneSummary lane, double share) {
        return percent(share) + " of " + their(lane) + " time";
    }

    static String their(LaneSummary lane) {
        return lane.threads() == 1 ? "its" : "their";
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
