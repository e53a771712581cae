package coreloom.history.repeats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Variants side by side, by throughput.
 *
 * @param variants each with the same number of workers, in the order they are shown
 */
public record Ranking(List<Repeats> variants) {
    /** Differences of means below this many standard errors may be chance. */
    private static final double SURE_ERRORS = 2;
    private static final double SAME_SHARE = 0.03;

    public Ranking {
        variants = List.copyOf(variants);
    }

    /** The variant with the highest mean throughput; empty where none was measured or none did any work. */
    public Optional<Repeats> fastest() {
        return variants.stream().filter(each -> mean(each) > 0).max(Comparator.comparingDouble(Ranking::mean));
    }

    /** Mean throughput of the variant as a share of the fastest's, 0 to 1; empty where either is unknown. */
    public OptionalDouble relative(Repeats variant) {
        Optional<Repeats> fastest = fastest();
        boolean unknown = fastest.isEmpty() || variant.runs().isEmpty();
        return unknown ? OptionalDouble.empty() : OptionalDouble.of(mean(variant) / mean(fastest.get()));
    }

    /** What the table shows, in one sentence; never empty. */
    public String sentence() {
        Optional<Repeats> fastest = fastest();
        if (fastest.isEmpty()) {
            return "Nothing was measured.";
        }
        Repeats best = fastest.get();
        Repeats worst = variants.stream().filter(each -> !each.runs().isEmpty()).min(Comparator.comparingDouble(Ranking::mean)).get();
        if (best == worst) {
            return words("%s did %s with %s%s.", best.variant(), Repeats.unitsPerSecond(mean(best)), workers(best), reason(best));
        }
        return apart(best, worst) ? both(best, worst) : same(best, worst);
    }

    private static boolean apart(Repeats best, Repeats worst) {
        double difference = mean(best) - mean(worst);
        OptionalDouble one = best.throughput().orElseThrow().meanVariance();
        OptionalDouble other = worst.throughput().orElseThrow().meanVariance();
        boolean sure = one.isEmpty() || other.isEmpty() || difference > SURE_ERRORS * Math.sqrt(one.getAsDouble() + other.getAsDouble());
        return sure && difference > SAME_SHARE * mean(best);
    }

    private static String same(Repeats best, Repeats worst) {
        return words("With %s no variant can be told from another: %s and %s are %.1f %% apart, and that may be chance.", workers(best),
                best.variant(), worst.variant(), (1 - mean(worst) / mean(best)) * 100);
    }

    private static String both(Repeats best, Repeats worst) {
        return words("%s gets most out of the cores with %s; %s does %.0f %% of its work%s.", best.variant(), workers(best),
                worst.variant(), mean(worst) / mean(best) * 100, reason(worst));
    }

    /** The one thing that takes most of a variant's time, where it is worth a word; among equals the earlier one. */
    private static String reason(Repeats variant) {
        Cause largest = causes(variant).stream().reduce((one, other) -> other.share > one.share ? other : one).orElseThrow();
        return largest.share < 0.05 ? "" : words(": %s %.0f %% of their time", largest.words, largest.share * 100);
    }

    private static List<Cause> causes(Repeats variant) {
        return List.of(
                new Cause(variant.lockWaitShare(), "its threads wait for " + lock(variant)),
                new Cause(variant.runDelayShare(), "its threads are ready but without a core"),
                new Cause(variant.callWaitShare(), "its threads wait for their next call"),
                new Cause(variant.eventLoopShare(), "its coroutines wait for their event loop"),
                new Cause(variant.collectorShare(), "its threads wait for the collector"));
    }

    /** What keeps a variant from working, and in which share of its workers' time. */
    private record Cause(double share, String words) {
        Cause(Optional<Spread> share, String words) {
            this(share.map(Spread::mean).orElse(0.0), words);
        }
    }

    private static String lock(Repeats variant) {
        return variant.waitsForInterpreterLock() ? "the interpreter lock" : "a lock";
    }

    private static String workers(Repeats variant) {
        return variant.workers() + (variant.workers() == 1 ? " worker" : " workers");
    }

    private static double mean(Repeats variant) {
        return variant.throughput().map(Spread::mean).orElse(0.0);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
