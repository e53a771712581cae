package coreloom.history.repeats;

import java.util.List;
import java.util.OptionalInt;

/**
 * Names the value that does not belong to the others: Dixon's Q test, made for a handful of values. The lowest or highest value is an
 * outlier where the gap to its neighbour, as a share of the whole range, is larger than chance leaves it in 95 of 100 cases, and where it is
 * at least 2 % off the median, so that a range of next to nothing has none. It names one value at most, and removes none. Source of the
 * critical values: D. B. Rorabacher, Analytical Chemistry 63 (1991), 139–146, r10, two-sided, 95 %.
 */
public final class OutlierRule {
    /** The rule in words, for a report. */
    public static final String WORDS = "Dixon's Q test at 95 %, and at least 2 % off the median";

    /** The largest number of values that the test is tabled for here. */
    public static final int MOST_VALUES = 20;

    private static final int FEWEST_VALUES = 3;
    private static final double NEGLIGIBLE_SHARE = 0.02;

    /** For 3, 4, … 20 values. */
    private static final double[] CRITICAL = {0.970, 0.829, 0.710, 0.625, 0.568, 0.526, 0.493, 0.466, 0.444, 0.426, 0.410, 0.396, 0.384,
        0.374, 0.365, 0.356, 0.349, 0.342};

    private OutlierRule() {}

    /** Index of the outlier; empty where there is none, or fewer than 3 or more than 20 values. */
    public static OptionalInt find(List<Double> values) {
        if (values.size() < FEWEST_VALUES || values.size() > MOST_VALUES) {
            return OptionalInt.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int last = sorted.size() - 1;
        double lowGap = sorted.get(1) - sorted.get(0);
        double highGap = sorted.get(last) - sorted.get(last - 1);
        double range = sorted.get(last) - sorted.get(0);
        double suspect = lowGap > highGap ? sorted.get(0) : sorted.get(last);
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        boolean apart = Math.max(lowGap, highGap) > CRITICAL[values.size() - FEWEST_VALUES] * range;
        boolean matters = Math.abs(suspect - median) > NEGLIGIBLE_SHARE * Math.abs(median);
        return apart && matters ? OptionalInt.of(values.indexOf(suspect)) : OptionalInt.empty();
    }
}
