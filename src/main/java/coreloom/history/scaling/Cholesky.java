package coreloom.history.scaling;

import java.util.Optional;

/**
 * A symmetric positive definite matrix as the product of a lower triangle and its mirror image, for solving and inverting. Rows and columns
 * are first scaled to a diagonal of ones, so that one threshold tells a singular matrix whatever the units.
 */
final class Cholesky {
    private static final double SINGULAR = 1e-10;

    private final double[] scale;
    private final double[][] lower;

    private Cholesky(double[] scale, double[][] lower) {
        this.scale = scale;
        this.lower = lower;
    }

    /** Splits the matrix; empty where it is singular, or as good as. */
    static Optional<Cholesky> of(double[][] matrix) {
        int size = matrix.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = Math.sqrt(matrix[i][i]);
        }
        double[][] lower = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column] / (scale[row] * scale[column]) - dot(lower[row], lower[column], column);
                if (row == column && !(rest > SINGULAR)) {
                    return Optional.empty();
                }
                lower[row][column] = row == column ? Math.sqrt(rest) : rest / lower[column][column];
            }
        }
        return Optional.of(new Cholesky(scale, lower));
    }

    private static double dot(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The vector that the matrix turns into {@code right}. */
    double[] solve(double[] right) {
        int size = right.length;
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = (right[row] / scale[row] - dot(lower[row], solution, row)) / lower[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int below = row + 1; below < size; below++) {
                solution[row] -= lower[below][row] * solution[below];
            }
            solution[row] /= lower[row][row];
        }
        for (int row = 0; row < size; row++) {
            solution[row] /= scale[row];
        }
        return solution;
    }

    /** The diagonal of the inverse. */
    double[] inverseDiagonal() {
        double[] diagonal = new double[scale.length];
        for (int i = 0; i < diagonal.length; i++) {
            double[] unit = new double[diagonal.length];
            unit[i] = 1;
            diagonal[i] = solve(unit)[i];
        }
        return diagonal;
    }
}
