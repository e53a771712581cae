package coreloom.history.repeats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Values of one quantity, measured again and again.
 *
 * @param values at least one, in the order measured
 */
public record Spread(List<Double> values) {
    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value, no spread");
        }
    }

    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    /** Standard deviation of a sample (divisor n − 1); empty for a single value, of which nobody knows how it varies. */
    public OptionalDouble sigma() {
        if (values.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.size() - 1)));
    }

    /** Square of the standard error of the mean: sigma² ÷ n; empty for a single value. */
    OptionalDouble meanVariance() {
        OptionalDouble sigma = sigma();
        return sigma.isPresent() ? OptionalDouble.of(sigma.getAsDouble() * sigma.getAsDouble() / values.size()) : OptionalDouble.empty();
    }
}
