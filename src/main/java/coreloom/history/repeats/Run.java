package coreloom.history.repeats;

import coreloom.history.LaneSummary;
import java.util.Objects;

/**
 * One of the repeats of a lane.
 *
 * @param round number of the round in which it ran, from 1
 * @param lane  what it did; throughput is known
 */
public record Run(int round, LaneSummary lane) {
    public Run {
        Objects.requireNonNull(lane);
        if (lane.throughput().isEmpty()) {
            throw new IllegalArgumentException("a run of " + lane.lane().name() + " without throughput cannot be compared");
        }
    }

    /** Work units per second. */
    public double throughput() {
        return lane.throughput().getAsDouble();
    }
}
