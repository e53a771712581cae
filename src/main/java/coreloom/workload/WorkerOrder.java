package coreloom.workload;

import java.util.Objects;

/**
 * What one worker process is to do.
 *
 * @param lane        the lane it belongs to
 * @param laneId      number of that lane within the session
 * @param number      number of the process within the lane, from 0
 * @param firstWorker number within the lane of its first worker
 * @param threads     how many workers it runs
 */
public record WorkerOrder(LanePlan lane, int laneId, int number, int firstWorker, int threads) {
    public WorkerOrder {
        Objects.requireNonNull(lane);
    }
}
