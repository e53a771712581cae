package coreloom.history.scaling;

/**
 * A law of scaling: throughput with N workers, of the throughput λ of one.
 *
 * <pre>
 *   Amdahl       X(N) = λ N / (1 + σ (N − 1))                     σ: the share that only one worker at a time can do
 *   universal    X(N) = λ N / (1 + σ (N − 1) + κ N (N − 1))       κ: what every pair of workers costs to agree (crosstalk)
 * </pre>
 *
 * Sources: G. M. Amdahl, AFIPS 30 (1967), 483–485; N. J. Gunther, Guerrilla Capacity Planning (2007), chapter 4.
 */
public enum Law {
    /** Amdahl's law. */
    AMDAHL(2),
    /** The universal scalability law. */
    UNIVERSAL(3);

    /** How many numbers it has: λ and σ, and κ. */
    private final int parameters;

    Law(int parameters) {
        this.parameters = parameters;
    }

    /** The fewest different numbers of workers that leave something to check the law by: one more than it has parameters. */
    public int fewestWorkerCounts() {
        return parameters + 1;
    }
}
