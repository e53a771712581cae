package coreloom.recording;

import coreloom.snapshot.Host;
import java.time.Instant;

/** Writes the first line of a session. */
final class HeaderLine {
    private HeaderLine() {}

    static void write(JsonLine line, Host host, long periodNanos, long startedEpochMillis) {
        line.openObject().field(SessionKeys.FORMAT, SessionFormat.NAME).field(SessionKeys.VERSION, SessionFormat.VERSION);
        HostPart.write(line, host);
        line.field(SessionKeys.PERIOD, periodNanos);
        line.field(SessionKeys.STARTED, Instant.ofEpochMilli(startedEpochMillis).toString());
        line.field(SessionKeys.CLOCK, "monotonic, ns");
        line.key(SessionKeys.UNITS).openObject().field("_ns", "nanoseconds").field("_ms", "milliseconds");
        line.field(SessionKeys.START, "ticks of the platform").field("others", "counts and ids").closeObject();
        line.end();
    }
}
