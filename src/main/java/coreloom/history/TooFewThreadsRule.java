package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** Threads that are busy all the time, and fewer of them than cores. */
final class TooFewThreadsRule implements Rule {
    private static final double NEARLY_ALL = 0.85;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double onCpu = lane.onCpuShare().orElse(0);
        boolean all = onCpu >= NEARLY_ALL;
        String sentence = Phrases.idle(lane, cores) + ": " + (all ? Phrases.threads(lane) + ", busy " + Phrases.percent(onCpu) + " of the time, cannot"
                : some(lane)) + " use more cores.";
        return Rule.whereUnused(lane, cores, new Finding(Kind.TOO_FEW_THREADS, Math.min(1, lane.budget().evidence().want()),
                all ? Sureness.SURE : Sureness.LIKELY, sentence));
    }

    /** Which of several threads, or how much of one, is all that there is to do. */
    private static String some(LaneSummary lane) {
        long busy = Math.round(lane.budget().evidence().busyThreads());
        boolean several = lane.threads() > 1 && busy > 0 && busy < lane.threads();
        return several ? Phrases.words("%d of %s %s busy all the time, the others have little to do, and %s cannot", busy, Phrases.threads(lane),
                busy == 1 ? "is" : "are", busy == 1 ? "one" : "so few")
                : Phrases.threads(lane) + ", on a core " + Phrases.time(lane, lane.onCpuShare().orElse(0)) + ", cannot";
    }
}
