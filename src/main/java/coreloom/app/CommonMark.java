package coreloom.app;

import coreloom.snapshot.Marker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mark that two sessions have: of one kind, and with the same words.
 *
 * @param first the mark as the first session has it
 * @param other the same in the other session
 */
record CommonMark(Marker first, Marker other) {
    private record Sign(Marker.Kind kind, String text) {
        static Sign of(Marker marker) {
            return new Sign(marker.kind(), marker.text());
        }
    }

    /** The first note that both have, since a person wrote it for that; where there is none, the first mark of another kind. */
    static Optional<CommonMark> of(List<Marker> first, List<Marker> other) {
        Map<Sign, Marker> there = new HashMap<>();
        other.forEach(marker -> there.putIfAbsent(Sign.of(marker), marker));
        List<CommonMark> common = first.stream().filter(marker -> there.containsKey(Sign.of(marker)))
                .map(marker -> new CommonMark(marker, there.get(Sign.of(marker)))).toList();
        return common.stream().filter(mark -> mark.first.kind() == Marker.Kind.NOTE).findFirst().or(() -> common.stream().findFirst());
    }

    /** What is added to a time of the first session to have the time of the other beside it, ns. */
    long shiftNanos() {
        return other.monotonicNanos() - first.monotonicNanos();
    }

    /** What it marks, for a sentence. */
    String words() {
        return switch (first.kind()) {
            case NOTE -> first.text().isEmpty() ? "a note without words" : "the note " + Quoted.of(first.text());
            case PROFILE -> "the switch to profile " + Quoted.of(first.text());
            case LANE_STARTED -> "the start of lane " + Quoted.of(first.text());
            case LANE_ENDED -> "the end of lane " + Quoted.of(first.text());
        };
    }
}
