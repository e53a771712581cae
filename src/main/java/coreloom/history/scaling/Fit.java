package coreloom.history.scaling;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A law as it fits the points best.
 *
 * @param law           which
 * @param single        λ: throughput of one worker, units per second
 * @param contention    σ, 0 to 1
 * @param crosstalk     κ, 0 or more; 0 at its bound for Amdahl's law, which has none
 * @param residualShare root mean square distance of the points from the law, as a share of their mean
 */
public record Fit(Law law, Estimate single, Estimate contention, Estimate crosstalk, double residualShare) {
    public Fit {
        Objects.requireNonNull(law);
        Objects.requireNonNull(single);
        Objects.requireNonNull(contention);
        Objects.requireNonNull(crosstalk);
    }

    /** What the law says of that many workers, units per second. */
    public double throughput(double workers) {
        return Curvature.throughput(new double[] {single.value(), contention.value(), crosstalk.value()}, workers);
    }

    /** The number of workers with the highest throughput, √((1 − σ) ÷ κ); empty where throughput does not fall again. */
    public OptionalDouble peakWorkers() {
        double peak = Math.sqrt((1 - contention.value()) / crosstalk.value());
        return crosstalk.value() > 0 ? OptionalDouble.of(Math.max(1, peak)) : OptionalDouble.empty();
    }

    /** The speed-up that no number of workers exceeds, 1 ÷ σ; empty where there is no such limit or crosstalk sets a lower one. */
    public OptionalDouble speedUpLimit() {
        return crosstalk.value() == 0 && contention.value() > 0 ? OptionalDouble.of(1 / contention.value()) : OptionalDouble.empty();
    }
}
