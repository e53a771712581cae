package coreloom.history.scaling;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A fitted number.
 *
 * @param value its best value
 * @param error its standard error; empty where the best value is a bound of what it may be, and an error would say nothing
 */
public record Estimate(double value, OptionalDouble error) {
    public Estimate {
        Objects.requireNonNull(error);
    }

    /** Whether it is a bound (0, or 1 for σ), because the best fit lies there or beyond. */
    public boolean atBound() {
        return error.isEmpty();
    }

    /** Whether it is more than two standard errors from 0. */
    public boolean significant() {
        return error.isPresent() && value > 2 * error.getAsDouble();
    }
}
