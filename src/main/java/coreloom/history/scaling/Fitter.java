package coreloom.history.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fits a law of scaling to points, by least squares on throughput, with 0 ≤ σ ≤ 1 and κ ≥ 0. Bounds are kept by trying every set of
 * parameters held at theirs and taking the best that lies within: there are three for Amdahl's law and six for the universal one.
 */
public final class Fitter {
    /** Of squared distances, where the highest throughput is 1. */
    private static final double ROUNDING = 1e-20;
    private static final double[] NO_CONTENTION = {0};
    private static final double[] ALL_CONTENTION = {1};
    private static final double[] CONTENTION_STARTS = {0.02, 0.3, 0.9};
    private static final double[] CROSSTALK_STARTS = {1e-5, 1e-3, 0.05};

    private final Law law;
    private final List<Point> points;

    private Fitter(Law law, List<Point> points) {
        this.law = law;
        this.points = points;
    }

    /** A set of parameters that may move, from these starts, and what the search came to. */
    private record Candidate(LeastSquares search, int[] free, LeastSquares.Solution solution) {
        boolean within() {
            double[] found = solution.parameters();
            return found[Curvature.CONTENTION] >= 0 && found[Curvature.CONTENTION] <= 1 && found[Curvature.CROSSTALK] >= 0
                    && Double.isFinite(solution.squares());
        }
    }

    /**
     * Fits.
     *
     * @param points in any order; several may have the same number of workers
     */
    public static Fitting fit(Law law, List<Point> points) {
        long counts = points.stream().mapToInt(Point::workers).distinct().count();
        if (counts < law.fewestWorkerCounts()) {
            return Fitting.none(law, "it takes " + law.fewestWorkerCounts() + " different numbers of workers, and there are " + counts);
        }
        double most = points.stream().mapToDouble(Point::throughput).max().orElse(0);
        if (!(most > 0) || !points.stream().allMatch(point -> Double.isFinite(point.throughput()) && point.throughput() >= 0)) {
            return Fitting.none(law, "no work was counted");
        }
        List<Point> scaled = points.stream().map(point -> new Point(point.workers(), point.throughput() / most)).toList();
        return new Fitter(law, scaled).fit(most);
    }

    private Fitting fit(double unit) {
        Candidate best = null;
        for (Candidate candidate : candidates()) {
            // Those with fewer free parameters come first and win where another is not better by more than rounding.
            boolean better = best == null || candidate.solution().squares() < best.solution().squares() - ROUNDING;
            best = candidate.within() && better ? candidate : best;
        }
        // With λ alone free there is always a solution, and it lies within.
        Candidate found = best;
        boolean told = new LeastSquares(points, free(law)).errors(found.solution()).isPresent();
        return found.search().errors(found.solution()).filter(errors -> told).map(errors -> Fitting.found(described(found, errors, unit)))
                .orElseGet(() -> Fitting.none(law, "these numbers of workers do not tell its parameters apart"));
    }

    private Fit described(Candidate found, double[] errors, double unit) {
        double mean = points.stream().mapToDouble(Point::throughput).average().orElseThrow();
        Estimate[] estimates = new Estimate[Curvature.PARAMETERS];
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = new Estimate(found.solution().parameters()[i], OptionalDouble.empty());
        }
        for (int i = 0; i < errors.length; i++) {
            estimates[found.free()[i]] = new Estimate(found.solution().parameters()[found.free()[i]], OptionalDouble.of(errors[i]));
        }
        Estimate single = new Estimate(estimates[Curvature.SINGLE].value() * unit, OptionalDouble.of(errors[0] * unit));
        double residual = Math.sqrt(found.solution().squares() / points.size()) / mean;
        return new Fit(law, single, estimates[Curvature.CONTENTION], estimates[Curvature.CROSSTALK], residual);
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        double[] none = {0};
        all.add(search(NO_CONTENTION, none, Curvature.SINGLE));
        all.add(search(ALL_CONTENTION, none, Curvature.SINGLE));
        all.add(search(CONTENTION_STARTS, none, Curvature.SINGLE, Curvature.CONTENTION));
        if (law == Law.UNIVERSAL) {
            all.add(search(NO_CONTENTION, CROSSTALK_STARTS, Curvature.SINGLE, Curvature.CROSSTALK));
            all.add(search(ALL_CONTENTION, CROSSTALK_STARTS, Curvature.SINGLE, Curvature.CROSSTALK));
            all.add(search(CONTENTION_STARTS, CROSSTALK_STARTS, free(law)));
        }
        return all;
    }

    /** All parameters of the law. */
    private static int[] free(Law law) {
        return switch (law) {
            case AMDAHL -> new int[] {Curvature.SINGLE, Curvature.CONTENTION};
            case UNIVERSAL -> new int[] {Curvature.SINGLE, Curvature.CONTENTION, Curvature.CROSSTALK};
        };
    }

    /** Searches from every pair of starts and keeps the best end. */
    private Candidate search(double[] contentions, double[] crosstalks, int... free) {
        LeastSquares search = new LeastSquares(points, free);
        Optional<LeastSquares.Solution> best = Optional.empty();
        double single = points.stream().mapToDouble(point -> point.throughput() / point.workers()).max().orElseThrow();
        for (double contention : contentions) {
            for (double crosstalk : crosstalks) {
                LeastSquares.Solution found = search.from(new double[] {single, contention, crosstalk});
                best = best.filter(earlier -> earlier.squares() <= found.squares()).or(() -> Optional.of(found));
            }
        }
        return new Candidate(search, free, best.orElseThrow());
    }
}
