package coreloom.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to watch and how, once the command line has been understood.
 *
 * @param opening     makes the source and the load; called on the session thread, after the first frame
 * @param periodNanos wanted time between snapshots
 * @param record      file to record into from the start
 * @param longestNanos end a run without a terminal after this long; {@link Long#MAX_VALUE} when it ends by itself
 * @param replay      whether snapshots come from a recorded session
 * @param usableCores cores that lanes may use
 * @param gate        findings that it must not have
 */
record WatchPlan(Opening opening, long periodNanos, Optional<Path> record, long longestNanos, boolean replay, int usableCores, FindingGate gate) {
    /** A plan whatever it finds. */
    WatchPlan(Opening opening, long periodNanos, Optional<Path> record, long longestNanos, boolean replay, int usableCores) {
        this(opening, periodNanos, record, longestNanos, replay, usableCores, FindingGate.OPEN);
    }

    /** Makes what a session needs; everything that takes long to load is loaded here. */
    interface Opening {
        void open(Session session) throws BadInput;
    }
}
