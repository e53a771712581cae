package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Snapshot;

/**
 * Whether threads of a lane are there. Where some were and none is any more, the last of its processes has ended since the snapshot
 * before, or they could not be read: what they did until then, or since, is told nowhere. Such intervals are gaps, and what comes after the
 * end is no time of the lane.
 */
final class LanePresence {
    private boolean seen;

    /** Takes in an interval; whether it is a gap. */
    boolean lost(Snapshot earlier, LaneReading before, Snapshot later, LaneReading after) {
        boolean then = Rows.seen(earlier.threads(), before.processes());
        boolean now = Rows.seen(later.threads(), after.processes());
        boolean lost = then != now && (then || seen) || seen && !now;
        seen |= then || now;
        return lost;
    }
}
