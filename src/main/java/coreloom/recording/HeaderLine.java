package coreloom.recording;

import java.time.Instant;

/** Writes the first line of a session, or of a piece of one. */
final class HeaderLine {
    private HeaderLine() {}

    /** @param piece number of the piece that it begins, from 1; 0 in a session that is not cut into pieces */
    static void write(JsonLine line, SessionStart start, int piece) {
        line.kind(JsonLine.Kind.HEADER);
        line.openObject().field(SessionKeys.FORMAT, SessionFormat.NAME).field(SessionKeys.VERSION, SessionFormat.VERSION);
        HostPart.write(line, start.host());
        line.field(SessionKeys.PERIOD, start.periodNanos());
        line.field(SessionKeys.STARTED, Instant.ofEpochMilli(start.epochMillis()).toString());
        line.field(SessionKeys.CLOCK, "monotonic, ns");
        line.key(SessionKeys.UNITS).openObject().field("_ns", "nanoseconds").field("_ms", "milliseconds");
        line.field(SessionKeys.START, "ticks of the platform").field("others", "counts and ids").closeObject();
        if (piece > 0) {
            line.field(SessionKeys.PIECE, piece);
        }
        line.end();
    }
}
