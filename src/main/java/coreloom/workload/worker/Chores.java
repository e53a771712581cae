package coreloom.workload.worker;

/**
 * Python code around the calls of a pool that one thread runs, in steps of the interpreted loop.
 *
 * <p>How many steps a chore takes in CPython 3.12 and 3.13: see docs/decisions/0008.
 */
final class Chores {
    /**
     * Steps of each chore for one call.
     *
     * @param submit   main thread: a future, a work item and its id
     * @param collect  main thread: the result of a future
     * @param refill   manager: from a work id to a call in the queue's buffer
     * @param handOver manager: from a result to its future
     * @param pickle   feeder: a call
     * @param take     pool process: unpickles a call
     * @param give     pool process: pickles a result
     */
    record Costs(int submit, int collect, int refill, int handOver, int pickle, int take, int give) {
        static final Costs PYTHON = new Costs(250, 150, 500, 800, 350, 300, 300);
    }

    private final Costs costs;
    /** Kept so that no step can be left out. */
    private long value = 1;

    Chores(Costs costs) {
        this.costs = costs;
    }

    Costs costs() {
        return costs;
    }

    void run(int steps, Context context) {
        value = Steps.run(value, steps, context);
    }
}
