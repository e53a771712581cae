package coreloom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis from one value to another, with ticks at round numbers.
 *
 * @param from first value
 * @param to   last value, above the first
 * @param step distance of the ticks, which are multiples of it
 */
record Axis(double from, double to, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /** From 0 to the first round number at or above {@code most}, with 4 to 10 ticks beside 0. */
    static Axis upTo(double most) {
        double wanted = most > 0 ? most : 1;
        double decade = Math.pow(10, Math.floor(Math.log10(wanted / 4)));
        double step = decade;
        for (double round : ROUND) {
            step = round * decade * 4 <= wanted ? round * decade : step;
        }
        return new Axis(0, Math.ceil(wanted / step - 1e-9) * step, step);
    }

    /** Of whole numbers; one wider than nothing where there is but one. Ticks at each, or at every second, fifth, … of many. */
    static Axis ofWorkers(int least, int most, int mostTicks) {
        int last = Math.max(most, least + 1);
        double step = 1;
        for (int i = 1; (last - least) / step > mostTicks; i++) {
            step = ROUND[i % 3] * Math.pow(10, i / 3);
        }
        return new Axis(least, last, step);
    }

    /** Where the value lies, 0 at the beginning and 1 at the end. */
    double place(double value) {
        return (value - from) / (to - from);
    }

    /** The value at that place. */
    double value(double place) {
        return from + place * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The value as a label: 250, 2.5k, 2.5M. */
    String label(double value) {
        double unit = to >= 1e9 ? 1e9 : to >= 1e6 ? 1e6 : to >= 1e4 ? 1e3 : 1;
        String letter = unit == 1e9 ? "G" : unit == 1e6 ? "M" : unit == 1e3 ? "k" : "";
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
        return value == 0 ? "0" : String.format(Locale.ROOT, "%." + decimals + "f", value / unit) + letter;
    }
}
