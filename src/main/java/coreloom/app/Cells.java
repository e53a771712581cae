package coreloom.app;

import coreloom.history.repeats.OutlierRule;
import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Spread;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as the tables of comparisons and sweeps show them; plain ASCII. */
final class Cells {
    private Cells() {}

    static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Units per second, with as many decimals as a number of that size is worth. */
    static String units(double perSecond) {
        return decimals(perSecond, perSecond);
    }

    /** Mean and sigma, aligned on the sign between them, 22 columns wide; {@code n/a} for what is unknown. */
    static String spread(Optional<Spread> spread) {
        if (spread.isEmpty()) {
            return words("%10s %11s", "n/a", "");
        }
        double mean = spread.get().mean();
        OptionalDouble sigma = spread.get().sigma();
        return words("%10s +- %-8s", units(mean), sigma.isPresent() ? decimals(sigma.getAsDouble(), mean) : "n/a");
    }

    private static String decimals(double value, double size) {
        return words(size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.4f", value);
    }

    /** The mean × {@code factor}, or {@code n/a}. */
    static String mean(String format, Optional<Spread> spread, double factor) {
        return number(format, Measured.mean(spread), factor);
    }

    static String number(String format, OptionalDouble value, double factor) {
        return value.isPresent() ? words(format, value.getAsDouble() * factor) : "n/a";
    }

    /** The sentence that names the outlier of these repeats; empty where there is none. */
    static Optional<String> outlier(Repeats repeats) {
        return repeats.outlier().map(run -> words("Outlier: %s with %s, round %d: %s units/s (%s). It counts in the mean.",
                repeats.variant(), MeasuringPlan.counted(repeats.workers(), "worker"), run.round(),
                units(run.throughput()), OutlierRule.WORDS));
    }

    /** How many of the planned rounds there are, where it is not all. */
    static Optional<String> missing(Repeats repeats, int planned) {
        return repeats.runs().size() == planned ? Optional.empty() : Optional.of(words("%s with %s: %d of %s counted.", repeats.variant(),
                MeasuringPlan.counted(repeats.workers(), "worker"), repeats.runs().size(), MeasuringPlan.counted(planned, "round")));
    }

}
