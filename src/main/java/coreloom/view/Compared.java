package coreloom.view;

import coreloom.history.IdleBudget;
import coreloom.history.LaneSummary;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One of several things that are compared: a lane of this run, or of a recorded one.
 *
 * @param name    what it is called
 * @param state   one word on how far it is
 * @param running whether its figures still change
 * @param values  by {@link Measure}; NaN where unknown
 * @param budget  where the time of the cores on offer went
 */
record Compared(String name, String state, boolean running, double[] values, IdleBudget budget) {
    Compared {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(budget);
        if (values.length != Measure.COUNT) {
            throw new IllegalArgumentException(values.length + " values of " + Measure.COUNT + " measures");
        }
        values = values.clone();
    }

    /** A lane under a name of its own, so that lanes of two runs can be told apart. */
    static Compared of(String name, LaneSummary lane) {
        double[] values = new double[Measure.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = lane.measured() ? value(Measure.of(i), lane) : Double.NaN;
        }
        String state = lane.lane().notAvailable() ? "n/a" : lane.lane().phase().words();
        return new Compared(name, state, !lane.lane().phase().over(), values, lane.budget());
    }

    /** The same as the last that is known of it. */
    Compared atItsEnd() {
        return new Compared(name, "at its end", false, values, budget);
    }

    private static double value(Measure measure, LaneSummary lane) {
        return switch (measure) {
            case THROUGHPUT -> number(lane.throughput());
            case SPEED_UP -> number(lane.speedUp());
            case CORES -> number(lane.effectiveCores());
            case ON_CPU -> number(lane.onCpuShare());
            case RUN_QUEUE -> number(lane.runDelayShare());
            case LOCK_WAIT -> number(lane.lockWaitShare());
            case WAIT_P50 -> number(lane.waitP50Nanos());
            case WAIT_P99 -> number(lane.waitP99Nanos());
            case HANDOFFS -> number(lane.handoffsPerSecond());
        };
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static double number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : Double.NaN;
    }

    double value(Measure measure) {
        return values[measure.ordinal()];
    }
}
