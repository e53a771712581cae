package coreloom.workload;

import java.io.IOException;
import java.util.Optional;

/** Starts worker processes and answers for what they leave behind. */
public interface ProcessStarter extends AutoCloseable {
    /** What has to be found out before the processes of that lane can be started. */
    default Preparation prepare(LanePlan lane) {
        return now -> Optional.of(lane);
    }

    /**
     * Starts one. It ends with the thread that calls this, at the latest: that must be the session's own, long-lived one.
     *
     * @throws IOException with one clause that says why it could not be started
     */
    WorkerProcess start(WorkerOrder order) throws IOException;

    /** Ends every process that was started and is still there, and removes all files. Does nothing the second time. */
    @Override
    void close();
}
