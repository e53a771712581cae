package coreloom.view;

import java.util.Comparator;
import java.util.List;

/** A figure that things are compared by: how it is written, and whether more of it is better. */
enum Measure {
    THROUGHPUT("units/s", Unit.RATE, 1),
    SPEED_UP("speed-up", Unit.TIMES, 1),
    CORES("cores", Unit.COUNT, 0),
    ON_CPU("on-CPU", Unit.SHARE, 1),
    RUN_QUEUE("run queue", Unit.SHARE, -1),
    LOCK_WAIT("lock wait", Unit.SHARE, -1),
    WAIT_P50("wait p50", Unit.TIME, -1),
    WAIT_P99("wait p99", Unit.TIME, -1),
    HANDOFFS("handoff/s", Unit.RATE, 0);

    /** Number of measures. */
    static final int COUNT = values().length;

    private static final Measure[] ALL = values();
    private static final List<Measure> IN_ORDER = List.of(ALL);
    /** The one that says most first. */
    private static final List<Measure> BY_WEIGHT = List.of(THROUGHPUT, CORES, LOCK_WAIT, RUN_QUEUE, ON_CPU, WAIT_P99, SPEED_UP, WAIT_P50,
        HANDOFFS);
    private static final double SAME = 0.02;

    private enum Unit { RATE, TIMES, COUNT, SHARE, TIME }

    private final String words;
    private final Unit unit;
    private final int better;

    Measure(String words, Unit unit, int better) {
        this.words = words;
        this.unit = unit;
        this.better = better;
    }

    String words() {
        return words;
    }

    /** The measure of that ordinal, without copying the array of all. */
    static Measure of(int ordinal) {
        return ALL[ordinal];
    }

    /** So many of them at most, in their usual order: of those that are known of any column the ones that say most, then the others. */
    static List<Measure> chosen(int most, List<Compared> columns) {
        return most >= COUNT ? IN_ORDER : BY_WEIGHT.stream().sorted(Comparator.comparing(measure -> !measure.known(columns)))
                .limit(Math.max(0, most)).sorted().toList();
    }

    private boolean known(List<Compared> columns) {
        return columns.stream().anyMatch(column -> !Double.isNaN(column.value(this)));
    }

    /** Where the bar is full: at 100 % for shares, else at the greatest that is compared. */
    double full(double greatest) {
        return unit == Unit.SHARE ? Math.max(1, greatest) : greatest;
    }

    StringBuilder value(StringBuilder line, double value, int width) {
        if (Double.isNaN(value)) {
            return Figures.right(line, "-", width);
        }
        return switch (unit) {
            case RATE -> Figures.compact(line, value, width);
            case TIMES -> Figures.fixed(line, value, 2, width - 1).append('×');
            case COUNT -> Figures.fixed(line, value, 2, width);
            case SHARE -> Figures.percent(line, value, width);
            case TIME -> Figures.nanos(line, value, width);
        };
    }

    /** By how much a value differs from what it is held against: {@code +12%}, {@code 3.1×}, shares by points; nothing where they are alike. */
    StringBuilder difference(StringBuilder line, double value, double reference) {
        double points = (value - reference) * 100;
        if (differs(value, reference) && unit == Unit.SHARE) {
            line.append(points > 0 ? "+" : "-").append(Math.round(Math.abs(points))).append("pt");
        } else if (differs(value, reference)) {
            double ratio = value / reference;
            if (ratio >= 1.995) {
                Figures.fixed(line, ratio, ratio < 9.95 ? 1 : 0, 0).append('×');
            } else {
                line.append(ratio > 1 ? "+" : "-").append(Math.round(Math.abs(ratio - 1) * 100)).append('%');
            }
        }
        return line;
    }

    /** Green where it is better than what it is compared with, yellow where it is worse. */
    Style style(double value, double reference) {
        double by = differs(value, reference) ? (value - reference) * better : 0;
        return by > 0 ? Style.GOOD : by < 0 ? Style.WARNING : Style.DIM;
    }

    private boolean differs(double value, double reference) {
        boolean known = !Double.isNaN(value) && !Double.isNaN(reference);
        return known && (unit == Unit.SHARE ? Math.abs(value - reference) >= SAME : reference > 0 && Math.abs(value / reference - 1) >= SAME);
    }
}
