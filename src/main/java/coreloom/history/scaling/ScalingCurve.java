package coreloom.history.scaling;

import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Run;
import coreloom.history.repeats.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Throughput of one variant against its number of workers, and the laws fitted to it.
 *
 * @param variant   its name
 * @param steps     one for each number of workers, ascending; those without a run are left out
 * @param amdahl    Amdahl's law
 * @param universal the universal scalability law
 */
public record ScalingCurve(String variant, List<Repeats> steps, Fitting amdahl, Fitting universal) {
    public ScalingCurve {
        Objects.requireNonNull(variant);
        steps = List.copyOf(steps);
        Objects.requireNonNull(amdahl);
        Objects.requireNonNull(universal);
    }

    /** The curve through those steps; every run is a point of the fits. */
    public static ScalingCurve of(String variant, List<Repeats> steps) {
        List<Repeats> measured = steps.stream().filter(step -> !step.runs().isEmpty()).toList();
        List<Point> points = new ArrayList<>();
        for (Repeats step : measured) {
            for (Run run : step.runs()) {
                points.add(new Point(step.workers(), run.throughput()));
            }
        }
        return new ScalingCurve(variant, measured, Fitter.fit(Law.AMDAHL, points), Fitter.fit(Law.UNIVERSAL, points));
    }

    /** The fit that is drawn: of the universal law, else of Amdahl's. */
    public Optional<Fit> drawn() {
        return universal.fit().or(amdahl::fit);
    }

    /** Mean throughput of that step ÷ that of one worker; empty where one worker was not measured. */
    public OptionalDouble speedUp(Repeats step) {
        Optional<Double> one = steps.stream().filter(each -> each.workers() == 1).map(ScalingCurve::mean)
                .filter(mean -> mean > 0).findFirst();
        return one.isPresent() ? OptionalDouble.of(mean(step) / one.get()) : OptionalDouble.empty();
    }

    /** The step with the highest mean throughput; empty where nothing was measured. */
    public Optional<Repeats> best() {
        return steps.stream().max((one, other) -> Double.compare(mean(one), mean(other)));
    }

    /** Mean throughput of a step of a curve, units per second. */
    public static double mean(Repeats step) {
        return step.throughput().map(Spread::mean).orElse(0.0);
    }
}
