package coreloom.app;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Marker;
import coreloom.snapshot.Marker.Kind;
import coreloom.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what of a live session is worth finding again: profiles that were switched to, lanes that started and ended, notes of the user. */
final class Markers {
    private final List<Marker> notes = new ArrayList<>();
    private String profile = "";
    private List<LaneReading> lanes = List.of();

    /** Keeps a note for the next snapshot. */
    void note(String text, long nanos) {
        notes.add(new Marker(Kind.NOTE, nanos, text));
    }

    /** Puts into the snapshot what happened since the one before. */
    void mark(Snapshot snapshot) {
        List<LaneReading> now = snapshot.lanes();
        if (notes.isEmpty() && now == lanes && snapshot.profile().equals(profile)) {
            snapshot.markers(List.of());
            return;
        }
        List<Marker> found = new ArrayList<>(notes);
        for (LaneReading lane : lanes) {
            if (!lane.phase().over() && find(now, lane.id()) == null) {
                found.add(new Marker(Kind.LANE_ENDED, snapshot.monotonicNanos(), lane.name()));
            }
        }
        if (!snapshot.profile().equals(profile) && !snapshot.profile().isEmpty()) {
            found.add(new Marker(Kind.PROFILE, snapshot.monotonicNanos(), snapshot.profile()));
        }
        for (LaneReading lane : now) {
            lane(lane, find(lanes, lane.id()), found);
        }
        notes.clear();
        profile = snapshot.profile();
        lanes = now;
        found.sort(Comparator.comparingLong(Marker::monotonicNanos));
        snapshot.markers(List.copyOf(found));
    }

    private static void lane(LaneReading lane, LaneReading before, List<Marker> found) {
        boolean ranBefore = before != null && !before.phase().over();
        if (before == null && !lane.phase().over()) {
            found.add(new Marker(Kind.LANE_STARTED, lane.phaseSinceNanos(), lane.name()));
        } else if (ranBefore && lane.phase().over()) {
            found.add(new Marker(Kind.LANE_ENDED, lane.phaseSinceNanos(), lane.name()));
        }
    }

    private static LaneReading find(List<LaneReading> lanes, int id) {
        for (LaneReading lane : lanes) {
            if (lane.id() == id) {
                return lane;
            }
        }
        return null;
    }
}
