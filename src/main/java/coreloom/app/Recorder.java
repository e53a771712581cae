package coreloom.app;

import coreloom.recording.RecordingException;
import coreloom.recording.RecordingLimits;
import coreloom.recording.SessionStart;
import coreloom.recording.SessionWriter;
import coreloom.snapshot.Clock;
import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The recording of a session: on or off, and what became of it. Used by the session thread; the counts may be asked for by any. */
final class Recorder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private Path folder = Path.of("");
    private volatile SessionWriter writer;
    private Path file;
    private volatile long droppedBefore;
    private final Notices notices;
    private final Clock clock;
    private RecordingLimits limits = RecordingLimits.NONE;
    private volatile Optional<String> trouble = Optional.empty();

    Recorder(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Says how much room recordings may take; all they need unless said. */
    void limits(RecordingLimits wanted) {
        limits = wanted;
    }

    /** Begins to record into that file; a file that cannot be begun is a sentence in the notices. */
    void start(Path wanted, Host host, long periodNanos, long epochMillis) {
        try {
            begin(wanted, host, periodNanos, epochMillis);
        } catch (RecordingException e) {
            notices.say(e.getMessage());
        }
    }

    /** Begins to record into a file named after the time, or ends the recording. */
    void toggle(Host host, long periodNanos, long epochMillis) {
        if (on()) {
            stop();
        } else {
            start(fileNamed(epochMillis), host, periodNanos, epochMillis);
        }
    }

    /** As {@link #start}, but a file that cannot be begun is an exception: for a file that the user named. */
    void begin(Path wanted, Host host, long periodNanos, long epochMillis) throws RecordingException {
        writer = SessionWriter.open(wanted, limits, new SessionStart(host, periodNanos, epochMillis), clock);
        file = wanted;
        trouble = Optional.empty();
        notices.say("Recording into " + wanted + ".");
    }

    /** Ends the recording, with what is still under way written. */
    void stop() {
        SessionWriter current = writer;
        if (current != null) {
            writer = null;
            current.close();
            droppedBefore += current.dropped();
            trouble = current.trouble();
            notices.say(trouble.orElse(recorded()));
        }
    }

    /** Writes a snapshot; the host may have become better known since the recording began. */
    void write(Snapshot snapshot, Host host) {
        SessionWriter current = writer;
        if (current != null) {
            current.host(host);
            current.write(snapshot);
            if (current.trouble().isPresent()) {
                stop();
            }
        }
    }

    boolean on() {
        return writer != null;
    }

    /** The file that is being recorded into. */
    Optional<String> into() {
        return on() ? Optional.of(file.toString()) : Optional.empty();
    }

    /** Snapshots that could not be written, over all recordings of this session. */
    long dropped() {
        SessionWriter current = writer;
        return droppedBefore + (current == null ? 0 : current.dropped());
    }

    /** Why the last recording ended before it was told to; empty when it did not. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Why the last recording ended before it was told to, or what the one under way loses now; empty where all is well. */
    Optional<String> wrong() {
        SessionWriter current = writer;
        if (current == null || !current.behind()) {
            return trouble;
        }
        long lost = current.dropped();
        return Optional.of("The recording " + file + " does not take lines fast enough: " + lost + (lost == 1 ? " snapshot is" : " snapshots are")
                + " not in it so far; record to a faster disk, or read the pipe.");
    }

    /** What there is to see again, as one sentence; empty when nothing was recorded. */
    String recorded() {
        return file == null ? "" : "Recorded into " + (limits.pieces() ? "pieces of " : "") + file + "; see it again with: coreloom replay " + file;
    }

    /** Says where {@link #fileNamed} puts files; the current folder unless said. */
    void folder(Path wanted) {
        folder = wanted;
    }

    /** A file whose name tells when the recording began. */
    Path fileNamed(long epochMillis) {
        LocalDateTime begun = LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), ZoneId.systemDefault());
        return folder.resolve("coreloom-" + STAMP.format(begun) + ".jsonl");
    }
}
