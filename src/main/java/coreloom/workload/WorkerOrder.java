package coreloom.workload;

import coreloom.workload.variant.Crew;
import java.util.Objects;

/**
 * What one worker process is to do.
 *
 * @param lane        the lane it belongs to
 * @param laneId      number of that lane within the session
 * @param number      number of the process within the lane, from 0
 * @param firstWorker number within the lane of its first thread; from the number of the lane's workers on, its threads are no workers
 * @param crew        what it is there for, and its threads
 */
public record WorkerOrder(LanePlan lane, int laneId, int number, int firstWorker, Crew crew) {
    public WorkerOrder {
        Objects.requireNonNull(lane);
        Objects.requireNonNull(crew);
    }

    /** How many threads of the process report. */
    int threads() {
        return crew.threads();
    }
}
