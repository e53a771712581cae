package coreloom.history.scaling;

/** The universal scalability law and its derivatives. Its parameters are λ, σ, κ in that order; Amdahl's law is the one with κ = 0. */
final class Curvature {
    static final int SINGLE = 0;
    static final int CONTENTION = 1;
    static final int CROSSTALK = 2;
    static final int PARAMETERS = 3;

    private Curvature() {}

    static double throughput(double[] parameters, double workers) {
        return parameters[SINGLE] * workers / slowness(parameters, workers);
    }

    /** The denominator: 1 for workers that do not disturb each other. */
    private static double slowness(double[] parameters, double workers) {
        return 1 + parameters[CONTENTION] * (workers - 1) + parameters[CROSSTALK] * workers * (workers - 1);
    }

    /** How throughput changes with that parameter. */
    static double derivative(double[] parameters, int parameter, double workers) {
        double slowness = slowness(parameters, workers);
        if (parameter == SINGLE) {
            return workers / slowness;
        }
        double change = parameter == CONTENTION ? workers - 1 : workers * (workers - 1);
        return -parameters[SINGLE] * workers * change / (slowness * slowness);
    }

    /** Whether the parameters mean something at that many workers: throughput is neither infinite nor negative. */
    static boolean sound(double[] parameters, double workers) {
        return parameters[SINGLE] > 0 && slowness(parameters, workers) > 1e-9;
    }
}
