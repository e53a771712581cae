package coreloom.export;

import coreloom.history.repeats.Repeats;
import coreloom.history.scaling.ScalingCurve;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scaling curves over common axes.
 *
 * @param curves those with at least one step
 * @param across number of workers
 * @param up     throughput, units per second
 */
record Plot(List<ScalingCurve> curves, Axis across, Axis up) {
    private static final int MOST_TICKS = 16;

    static Plot of(List<ScalingCurve> all) {
        List<ScalingCurve> curves = all.stream().filter(curve -> !curve.steps().isEmpty()).toList();
        int least = curves.stream().flatMap(curve -> curve.steps().stream()).mapToInt(Repeats::workers).min().orElse(1);
        int most = curves.stream().flatMap(curve -> curve.steps().stream()).mapToInt(Repeats::workers).max().orElse(1);
        double highest = curves.stream().flatMap(curve -> curve.steps().stream()).mapToDouble(ScalingCurve::mean).max().orElse(0);
        return new Plot(curves, Axis.ofWorkers(least, most, MOST_TICKS), Axis.upTo(highest * 1.02));
    }

    /** Height of the curve's line at that many workers: the law fitted, else straight from step to step; empty beside its steps. */
    static OptionalDouble height(ScalingCurve curve, double workers) {
        List<Repeats> steps = curve.steps();
        if (workers < steps.get(0).workers() - 1e-9 || workers > steps.get(steps.size() - 1).workers() + 1e-9) {
            return OptionalDouble.empty();
        }
        return curve.drawn().isPresent() ? OptionalDouble.of(curve.drawn().get().throughput(workers)) : straight(steps, workers);
    }

    private static OptionalDouble straight(List<Repeats> steps, double workers) {
        for (int i = 1; i < steps.size(); i++) {
            double left = steps.get(i - 1).workers();
            double right = steps.get(i).workers();
            if (workers <= right) {
                double share = Math.max(0, (workers - left) / (right - left));
                return OptionalDouble.of(ScalingCurve.mean(steps.get(i - 1)) * (1 - share) + ScalingCurve.mean(steps.get(i)) * share);
            }
        }
        return OptionalDouble.empty();
    }
}
