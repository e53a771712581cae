package coreloom.history.scaling;

import java.util.List;
import java.util.Optional;

/**
 * Least squares by Levenberg and Marquardt: moves the free parameters until the sum of squared distances between the law and the points
 * does not fall any more. Knows no bounds: whoever calls holds parameters at their bounds by not freeing them. Source: D. W. Marquardt, SIAM J.
 * Appl. Math. 11 (1963), 431–441.
 */
final class LeastSquares {
    private static final int MOST_STEPS = 500;
    private static final double LARGEST_DAMPING = 1e12;
    private static final double SMALL_GAIN = 1e-15;

    private final List<Point> points;
    private final int[] free;

    /** @param free which parameters of {@link Curvature} may move */
    LeastSquares(List<Point> points, int... free) {
        this.points = points;
        this.free = free;
    }

    /**
     * Where the search ended.
     *
     * @param parameters of {@link Curvature}
     * @param squares    sum of squared distances
     */
    record Solution(double[] parameters, double squares) {}

    /** Searches from there. */
    Solution from(double[] start) {
        Solution best = new Solution(start, squares(start));
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS && damping < LARGEST_DAMPING; step++) {
            Optional<double[]> moved = moved(best.parameters(), damping);
            double squares = moved.map(this::squares).orElse(Double.POSITIVE_INFINITY);
            if (squares < best.squares()) {
                boolean settled = best.squares() - squares <= SMALL_GAIN * best.squares();
                best = new Solution(moved.get(), squares);
                damping = settled ? LARGEST_DAMPING : damping / 10;
            } else {
                damping *= 10;
            }
        }
        return best;
    }

    private Optional<double[]> moved(double[] parameters, double damping) {
        double[][] normal = normal(parameters);
        for (int i = 0; i < free.length; i++) {
            normal[i][i] *= 1 + damping;
        }
        return Cholesky.of(normal).map(split -> added(parameters, split.solve(gradient(parameters)))).filter(this::sound);
    }

    private double[] added(double[] parameters, double[] step) {
        double[] sum = parameters.clone();
        for (int i = 0; i < free.length; i++) {
            sum[free[i]] += step[i];
        }
        return sum;
    }

    private boolean sound(double[] parameters) {
        return points.stream().allMatch(point -> Curvature.sound(parameters, point.workers()));
    }

    private double squares(double[] parameters) {
        double sum = 0;
        for (Point point : points) {
            double distance = point.throughput() - Curvature.throughput(parameters, point.workers());
            sum += distance * distance;
        }
        return sum;
    }

    private double[] gradient(double[] parameters) {
        double[] sum = new double[free.length];
        for (Point point : points) {
            double distance = point.throughput() - Curvature.throughput(parameters, point.workers());
            for (int i = 0; i < free.length; i++) {
                sum[i] += distance * Curvature.derivative(parameters, free[i], point.workers());
            }
        }
        return sum;
    }

    /** The normal matrix: the products of the derivatives, summed over the points. */
    private double[][] normal(double[] parameters) {
        double[][] sum = new double[free.length][free.length];
        for (Point point : points) {
            for (int i = 0; i < free.length; i++) {
                for (int j = 0; j < free.length; j++) {
                    sum[i][j] += Curvature.derivative(parameters, free[i], point.workers())
                            * Curvature.derivative(parameters, free[j], point.workers());
                }
            }
        }
        return sum;
    }

    /**
     * Standard error of each free parameter, from the covariance: the variance of the distances × the inverse of the normal matrix. Empty
     * where the points do not tell the parameters apart.
     */
    Optional<double[]> errors(Solution solution) {
        double variance = solution.squares() / (points.size() - free.length);
        return Cholesky.of(normal(solution.parameters())).map(split -> {
            double[] errors = split.inverseDiagonal();
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.sqrt(variance * errors[i]);
            }
            return errors;
        });
    }
}
