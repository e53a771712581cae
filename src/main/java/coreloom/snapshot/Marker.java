package coreloom.snapshot;

import java.util.Objects;

/**
 * A moment of a session that somebody may want to find again.
 *
 * @param kind           what happened
 * @param monotonicNanos when, on the time base of {@link Clock#nanos()}; at or before the snapshot that tells of it
 * @param text           what the user wrote, perhaps nothing; else the name of the profile or of the lane
 */
public record Marker(Kind kind, long monotonicNanos, String text) {
    /** What happened. */
    public enum Kind { NOTE, PROFILE, LANE_STARTED, LANE_ENDED }

    public Marker {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }
}
