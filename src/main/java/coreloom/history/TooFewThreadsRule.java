package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/** Threads that are busy all the time, and fewer of them than cores. */
final class TooFewThreadsRule implements Rule {
    private static final double NEARLY_ALL = 0.85;
    /** Of the time. */
    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double onCpu = lane.onCpuShare().orElse(0);
        boolean all = onCpu >= NEARLY_ALL;
        double want = lane.budget().evidence().want();
        double waiting = Claims.ofOthersWork(lane);
        if (noneBusy(lane) && Claims.ofUnknown(lane) > want + waiting) {
            return Optional.empty();
        }
        if (waiting > want) {
            return Rule.whereUnused(lane, cores,
                    new Finding(Kind.TOO_FEW_THREADS, Math.min(1, want + waiting), Sureness.INFERRED, forWork(lane, cores)));
        }
        String sentence = Phrases.idle(lane, cores) + ": " + (all ? Phrases.threads(lane) + ", busy " + Phrases.percent(onCpu) + " of the time, cannot"
                : some(lane)) + " use more cores.";
        return Rule.whereUnused(lane, cores, new Finding(Kind.TOO_FEW_THREADS, Math.min(1, want + waiting),
                all ? Sureness.SURE : lane.budget().evidence().conditions().beside() > want / 2 ? Sureness.INFERRED : Sureness.LIKELY, sentence));
    }

    /** Then what threads were blocked for has to be known, to say that further ones would have had nothing to do. */
    private static boolean noneBusy(LaneSummary lane) {
        return lane.budget().evidence().busyThreads() < HALF;
    }

    private static String forWork(LaneSummary lane, int cores) {
        return Phrases.words("%s: %s at conditions %s (sampled) while others run: too few have work.", Phrases.idle(lane, cores),
                Phrases.they(lane, "wait", "waits"), Phrases.time(lane, lane.waitShares().of(WaitKind.LOCK).orElse(0)));
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
