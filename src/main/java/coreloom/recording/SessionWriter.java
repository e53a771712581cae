package coreloom.recording;

import coreloom.snapshot.Clock;
import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A recording under way: one line of JSON for each snapshot, as docs/session-format.md draws it. The sampling thread formats the line, a
 * thread of its own writes it; a disk that is too slow costs snapshots, which are counted, and never delays sampling. A fault ends the
 * recording with a sentence, and nothing else.
 */
public final class SessionWriter implements AutoCloseable {
    private static final int LINES_UNDER_WAY = 16;
    private static final long CLOSING_MILLIS = 1000;

    private final Path file;
    private final LineSink sink;
    private final RecordingLimits limits;
    private final LineWriter writer;
    private final SnapshotLines lines;
    private final AtomicLong dropped = new AtomicLong();
    private SessionStart start;
    private int piece;
    private boolean behind;
    private volatile boolean closed;
    private volatile String unfinished;

    /** For tests, which bring their own sink. */
    SessionWriter(Path file, LineSink sink, RecordingLimits limits, SessionStart start, Clock clock) {
        this.file = file;
        this.sink = sink;
        this.limits = limits;
        this.start = start;
        writer = new LineWriter(sink, LINES_UNDER_WAY, clock);
        lines = new SnapshotLines(start.host());
        beginPiece(writer.emptyLine());
    }

    /**
     * Begins a session in a new file, in pieces of one, or in a pipe or device that is there.
     *
     * @param clock tells the writing thread when a second is over; never asked for the time of a snapshot
     * @throws RecordingException when the file is there already or cannot be made
     */
    public static SessionWriter open(Path file, RecordingLimits limits, SessionStart start, Clock clock) throws RecordingException {
        return new SessionWriter(file, SessionFile.claim(file, limits), limits, start, clock);
    }

    private void beginPiece(JsonLine header) {
        piece++;
        HeaderLine.write(header, start, limits.pieces() ? piece : 0);
        writer.write(header);
        lines.beginAnew();
    }

    /** The machine as it is known by now, its topology perhaps with it; costs nothing while it is the same. For the sampling thread. */
    public void host(Host host) {
        if (host != start.host()) {
            start = start.on(host);
        }
        lines.host(host);
    }

    /** Records a snapshot, or counts it as dropped. Never waits, never throws; does nothing once ended. For the sampling thread. */
    public void write(Snapshot snapshot) {
        if (closed || writer.fault() != null) {
            return;
        }
        JsonLine line = writer.emptyLine();
        if (line != null && pieceIsFull()) {
            beginPiece(line);
            line = writer.emptyLine();
        }
        behind = line == null;
        if (behind) {
            lines.miss(snapshot);
            dropped.incrementAndGet();
        } else if (lines.write(snapshot, line)) {
            writer.write(line);
        } else {
            writer.giveBack(line);
            dropped.incrementAndGet();
        }
    }

    private boolean pieceIsFull() {
        return sink.piece() == piece && sink.pieceBytes() >= limits.maxPieceBytes();
    }

    /** Whether the newest snapshot was dropped because the file takes lines too slowly, or none. For the sampling thread. */
    public boolean behind() {
        return behind;
    }

    public Path file() {
        return file;
    }

    /** Snapshots that were not recorded because the file could not keep up, or that were too long for a line. */
    public long dropped() {
        return dropped.get();
    }

    /** One sentence that says why the recording ended before it was closed, or what closing lost. */
    public Optional<String> trouble() {
        IOException fault = writer.fault();
        if (fault != null) {
            return Optional.of("The recording " + file + " has stopped (" + SessionFile.reason(fault)
                    + "): the lines before are whole; begin a new recording elsewhere.");
        }
        return Optional.ofNullable(unfinished);
    }

    /** Writes what is under way and ends the recording; takes a second at most, whatever the file does. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (!writer.end(CLOSING_MILLIS)) {
                unfinished = "The recording " + file + " did not take its last lines within " + CLOSING_MILLIS
                        + " ms, and they are lost: record to a faster disk, or read the pipe.";
            }
        }
    }
}
