package coreloom.sampler.linux;

import coreloom.sampler.source.Quota;
import coreloom.snapshot.QuotaReading;
import java.nio.file.Path;
import java.util.Optional;

/** A cgroup with a quota that watched processes are in: its {@code cpu.stat}, kept open, and what that told last. */
final class QuotaGroup implements AutoCloseable {
    private final ProcFile file;
    private final ThrottleText throttle = new ThrottleText();
    private Quota quota;
    private Optional<QuotaReading> reading = Optional.empty();
    private long readAt = -1;

    QuotaGroup(Path root, Quota quota, OpenFiles files) {
        file = new ProcFile(root.resolve(quota.folder()).resolve("cpu.stat"), files);
        this.quota = quota;
    }

    /** The quota may be changed while the group lives. */
    void quota(Quota now) {
        quota = now;
    }

    /** Reads it, once for that snapshot whoever asks; the same object as long as nothing changed, empty when it cannot be read. */
    Optional<QuotaReading> read(long snapshot, ProcText text) {
        if (readAt == snapshot) {
            return reading;
        }
        readAt = snapshot;
        boolean known = file.read(text) == Outcome.READ && throttle.parse(text.bytes(), text.length());
        if (!known) {
            // A group that was made anew under the same name has another file.
            file.close();
        }
        if (!known || !unchanged()) {
            reading = known ? Optional.of(new QuotaReading("/" + quota.folder(), quota.quotaMicros(), quota.periodMicros(), throttle.periods(),
                    throttle.throttledPeriods(), throttle.throttledMicros())) : Optional.empty();
        }
        return reading;
    }

    private boolean unchanged() {
        return reading.isPresent() && reading.get().periods() == throttle.periods()
                && reading.get().throttledMicros() == throttle.throttledMicros() && reading.get().throttledPeriods() == throttle.throttledPeriods()
                && reading.get().quotaMicros() == quota.quotaMicros() && reading.get().periodMicros() == quota.periodMicros();
    }

    @Override
    public void close() {
        file.close();
    }
}
