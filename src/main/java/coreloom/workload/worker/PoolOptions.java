package coreloom.workload.worker;

import java.nio.file.Path;

/**
 * What a process of a pool is told beside the rest.
 *
 * @param part      its part in the pool
 * @param workers   pool processes, each with one worker
 * @param callUnits work units of one call
 * @param calls     named pipe by which calls come
 * @param results   named pipe by which results go
 * @param shared    page with the count of calls taken and the locks of both pipes
 */
record PoolOptions(Part part, int workers, long callUnits, Path calls, Path results, Path shared) {
    /** The parts that a process of a pool can play. */
    enum Part {
        /** Its worker takes calls. */
        POOLED(1),
        /** It submits them: main thread, manager and feeder. */
        PARENT(3);

        private final int threads;

        Part(int threads) {
            this.threads = threads;
        }

        /** How many threads a process in that part has. */
        int threads() {
            return threads;
        }
    }
}
