package coreloom.workload;

import java.util.Optional;

/** What has to be found out before the processes of a lane can be started. Never waits: it is stepped. */
public interface Preparation extends AutoCloseable {
    /**
     * Looks further.
     *
     * @param now monotonic ns
     * @return the plan by which the lane can be started, once that is known
     * @throws Refusal why the lane cannot run on this machine; the others can
     */
    Optional<LanePlan> step(long now) throws Refusal;

    /** Gives up; nothing of it is left. */
    @Override
    default void close() {
    }
}
