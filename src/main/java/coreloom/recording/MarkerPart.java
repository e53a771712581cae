package coreloom.recording;

import coreloom.snapshot.Marker;
import java.util.ArrayList;
import java.util.List;

/** Writes the markers of a line; those of snapshots that were not recorded stand in the next line that is. */
final class MarkerPart {
    private final List<Marker> untold = new ArrayList<>();

    /** Markers to tell with the next line; of too many the oldest are given up. */
    void take(List<Marker> markers) {
        if (!markers.isEmpty()) {
            untold.addAll(markers);
            untold.subList(0, Math.max(0, untold.size() - SessionFormat.MAX_MARKERS)).clear();
        }
    }

    void write(JsonLine line) {
        if (untold.isEmpty()) {
            return;
        }
        line.key(SessionKeys.MARKERS).openArray();
        for (Marker marker : untold) {
            line.openObject().field(SessionKeys.KIND, SessionKeys.of(marker.kind()));
            line.field(SessionKeys.MONOTONIC, marker.monotonicNanos()).field(SessionKeys.TEXT, marker.text()).closeObject();
        }
        line.closeArray();
    }

    /** Whether the line can be used; if not, its markers are told again. */
    void told(boolean used) {
        if (used) {
            untold.clear();
        }
    }
}
