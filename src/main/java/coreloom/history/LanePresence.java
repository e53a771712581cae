package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Snapshot;

/**
 * Whether threads of a lane are there. Where some were and none is any more, the last of its processes has ended since the snapshot before:
 * what they did until then is told nowhere, so that the interval is a gap, and what comes after it is no time of the lane.
 */
final class LanePresence {
    private boolean seen;

    /** Takes in an interval; whether it is a gap. */
    boolean lost(Snapshot earlier, LaneReading before, Snapshot later, LaneReading after) {
        if (Rows.seen(later.threads(), after.processes())) {
            seen = true;
            return false;
        }
        seen |= Rows.seen(earlier.threads(), before.processes());
        return seen;
    }
}
