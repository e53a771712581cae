package coreloom.recording;

import coreloom.snapshot.Host;
import java.util.Objects;

/**
 * What the header of a session tells.
 *
 * @param host        the machine, as far as it is known
 * @param periodNanos wanted time between snapshots, ns
 * @param epochMillis when the recording began, ms since 1970 UTC
 */
public record SessionStart(Host host, long periodNanos, long epochMillis) {
    public SessionStart {
        Objects.requireNonNull(host);
    }

    /** The same of a machine of which more is known by now. */
    SessionStart on(Host known) {
        return new SessionStart(known, periodNanos, epochMillis);
    }
}
