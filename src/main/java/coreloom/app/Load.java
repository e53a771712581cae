package coreloom.app;

import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import java.util.List;

/** What a session watches, as the session thread drives it: a profile's lanes, a program of the user's, or a recorded run. */
interface Load extends AutoCloseable {
    /** How long the session thread may do without another {@link #step}. */
    long NEVER_NANOS = Long.MAX_VALUE / 4;

    /**
     * Moves on: looks at processes, begins and ends phases.
     *
     * @return when to call again
     */
    Step step();

    /**
     * What a step led to.
     *
     * @param waitNanos until the next step is wanted, ns
     * @param boundary  whether a phase begins or ends right now, so that a snapshot must be taken before the next step
     */
    record Step(long waitNanos, boolean boundary) {}

    /** Whether everything that was to run has ended. */
    boolean finished();

    /** Why there is nothing to watch at all, as one sentence; empty when there is. */
    default String fatal() {
        return "";
    }

    /** Does what the user asked, as far as it concerns the load. */
    void on(Command command);

    /** The profiles that hotkeys start. */
    List<ProfileLabel> labels();

    /** What is watched, for the header; empty when it is a profile. */
    String source();

    /** What is wrong with the load as long as it is, as one sentence; else empty. What merely happened goes to {@link Notices}. */
    default String trouble() {
        return "";
    }

    /** The last lines that the program writes, where they are shown; the same list as long as they are the same. */
    default List<String> output() {
        return List.of();
    }

    /** The whole program stood still for a while, and with it whatever load it started. */
    default void stoodStill() {
    }

    /** Ends all load, leaves nothing behind; may be called from any thread, more than once. */
    @Override
    void close();
}
