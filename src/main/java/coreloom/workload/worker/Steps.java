package coreloom.workload.worker;

/**
 * The loop of a pool's chores, which no kernel describes: as an interpreter's, each step is a chain of dependent operations of a few tens of
 * ns, without memory traffic or allocation, and ends in a safe point.
 */
final class Steps {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int OPERATIONS = 12;

    private Steps() {}

    /** Runs that many steps from a value to the value after them. */
    static long run(long value, int steps, Context context) {
        long chain = value;
        for (int step = 0; step < steps; step++) {
            for (int operation = 0; operation < OPERATIONS; operation++) {
                chain = (chain ^ chain >>> 29) * MULTIPLIER + operation;
            }
            context.safePoint();
        }
        return chain;
    }
}
