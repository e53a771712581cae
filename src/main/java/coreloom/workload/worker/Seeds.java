package coreloom.workload.worker;

/**
 * Where all pseudo-random choices of the workers of a process come from. A worker's choices depend on the seed of its lane and on its number
 * there, not on how the lane spreads its workers over processes, and not on time.
 *
 * @param seed  of the lane
 * @param first number within the lane of the process's first worker
 */
record Seeds(long seed, int first) {
    private static final int USES = 2;

    /** The value that a worker's kernel begins with. */
    long start(int worker) {
        return sequence(worker, 0).next();
    }

    /** Which stripe a worker takes for each of its critical sections. */
    SplitMix64 stripes(int worker) {
        return sequence(worker, 1);
    }

    /** One of its own for each worker, by its number within the process, and use. */
    private SplitMix64 sequence(int worker, int use) {
        return new SplitMix64(SplitMix64.mixed(SplitMix64.mixed(seed) + ((long) first + worker) * USES + use));
    }
}
