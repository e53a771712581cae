package coreloom.replay;

import coreloom.recording.LineChecksum;
import coreloom.recording.SessionFormat;
import coreloom.snapshot.Host;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A recorded session, played line by line as if it were a machine, at its own pace. A damaged line is skipped and counted; what it would
 * have told is unknown until a later line tells it. An incomplete last line is ignored. See docs/session-format.md. Used by one thread;
 * only {@link #skippedLines} and {@link #trouble} are for all.
 */
public final class ReplaySource implements SnapshotSource {
    private static final String UNKNOWN = "unknown";

    private final String name;
    private final Optional<SessionPlaces> places;
    private InputStream in;
    private LineReader lines;
    private final SessionLine line = new SessionLine();
    private KnownThreads threads = new KnownThreads();
    private Host host;
    private String started = "";
    private boolean checked = true;
    private List<LaneReading> lanes = List.of();
    private boolean begun;
    private boolean lineWaits;
    private boolean closed;
    private long lastSequence;
    private long lastNanos;
    private long skippedAtFullLine;
    private volatile long skippedLines;
    private volatile long lostSnapshots;
    private long skippedBefore;
    private long droppedBefore;
    private volatile String trouble;

    private ReplaySource(String name, InputStream in, Optional<SessionPlaces> places) {
        this.name = name;
        this.in = in;
        this.places = places;
        lines = new LineReader(in);
    }

    /**
     * Opens a session file.
     *
     * @throws SessionFormatException when it cannot be read or is not a session that this release can read
     */
    public static ReplaySource open(Path file) throws SessionFormatException {
        return play(file.toString(), SessionStream.open(file), Optional.of(new SessionPlaces(List.of(file))));
    }

    /**
     * Opens the pieces of one session, in whatever order they are named; one name that is not there stands for the pieces recorded under it.
     *
     * @throws SessionFormatException when one cannot be read, or they are of more than one session
     */
    public static ReplaySource open(List<Path> files) throws SessionFormatException {
        List<Path> pieces = Pieces.inOrder(files);
        return pieces.size() == 1 ? open(pieces.get(0))
                : play(Pieces.name(pieces), new PieceStream(pieces), Optional.of(new SessionPlaces(pieces)));
    }

    /**
     * Plays a session from a stream, compressed or not, which it closes in the end.
     *
     * @param name what to call it in sentences
     * @throws SessionFormatException when it is not a session that this release can read
     */
    public static ReplaySource of(String name, InputStream in) throws SessionFormatException {
        try {
            return play(name, SessionStream.expanded(in, false), Optional.empty());
        } catch (IOException e) {
            throw new SessionFormatException(name + " cannot be read (" + SessionStream.reason(e) + "): save it into a file and replay that.");
        }
    }

    private static ReplaySource play(String name, InputStream in, Optional<SessionPlaces> places) throws SessionFormatException {
        ReplaySource source = new ReplaySource(name, in, places);
        try {
            source.readHeader();
            return source;
        } catch (SessionFormatException e) {
            source.close();
            throw e;
        }
    }

    private void readHeader() throws SessionFormatException {
        LineReader.Found found = nextLine();
        if (trouble != null) {
            throw new SessionFormatException(trouble);
        }
        if (found == LineReader.Found.END && lines.length() == 0) {
            throw new SessionFormatException(name + " is empty: name a file that was recorded with --record or the key r.");
        }
        try {
            HeaderParser.Header header = HeaderParser.parse(lines.bytes(), found == LineReader.Found.LINE ? lines.length() : 0);
            host = host(header);
            started = header.started();
            checked = LineChecksum.isPresent(lines.bytes(), lines.length());
        } catch (IOException e) {
            host = hostBehindDamage();
        }
    }

    private Host host(HeaderParser.Header header) throws SessionFormatException {
        return header.host().orElseThrow(() -> new SessionFormatException(name + ":1 is a session of version " + header.version()
                + ", and this release reads up to version " + SessionFormat.VERSION + ": replay it with a newer release of Coreloom."));
    }

    /**
     * A first line that says nothing counts as damaged when a snapshot beyond doubt follows it; then the host is unknown. One damaged byte
     * may have made two lines of the first.
     */
    private Host hostBehindDamage() throws SessionFormatException {
        for (skippedLines = 1; skippedLines <= 2; skip()) {
            LineReader.Found found = nextLine();
            if (found == LineReader.Found.LINE && doubtOfWhatIsCounted()) {
                found = nextLine();
            }
            if (found == LineReader.Found.LINE && LineChecksum.isPresent(lines.bytes(), lines.length()) && parse()) {
                lineWaits = true;
                return new Host(UNKNOWN, UNKNOWN, UNKNOWN, line.cores(), List.of());
            }
        }
        throw new SessionFormatException(name + ":1 is not the first line of a Coreloom session: "
                + "name a file that was recorded with --record or the key r.");
    }

    /** When the recording began, the same in all pieces of a session; empty when it is not told. */
    String started() {
        return started;
    }

    /** Whether both are of one recording, as far as their headers tell. */
    public boolean ofOneSessionWith(ReplaySource other) {
        return started.isEmpty() || other.started.isEmpty() || started.equals(other.started);
    }

    /** Number of the next snapshot; empty at the end. */
    OptionalLong nextSequence() {
        return advance() ? OptionalLong.of(line.sequence()) : OptionalLong.empty();
    }

    /** The machine that was recorded, as it was known at the time of the last snapshot read. */
    @Override
    public Host host() {
        return host;
    }

    /** Time between the last snapshot and the next, as recorded; 0 before the first and after the last. */
    @Override
    public long untilNextNanos(long periodNanos) {
        return advance() && begun ? line.monotonicNanos() - lastNanos : 0;
    }

    @Override
    public boolean read(Snapshot into) {
        if (!advance()) {
            return false;
        }
        countLost();
        threads.take(line, !begun || !line.buildsOn(lastSequence));
        line.host().ifPresent(told -> host = told);
        line.lanes().filter(told -> !told.equals(lanes)).ifPresent(told -> lanes = told);
        line.copyTo(into, lanes);
        threads.copyTo(into.threads());
        lastSequence = line.sequence();
        lastNanos = line.monotonicNanos();
        begun = true;
        lineWaits = false;
        skippedAtFullLine = line.full() ? skippedLines : skippedAtFullLine;
        return true;
    }

    /** A hole in the numbers is what was dropped when it was recorded, which later lines count, or else what was hit by damage. */
    private void countLost() {
        if (begun && skippedLines > skippedBefore) {
            long hole = line.sequence() - lastSequence - 1;
            lostSnapshots = lostSnapshots + Math.max(0, hole - Math.max(0, line.own().droppedSnapshots() - droppedBefore));
        }
        skippedBefore = skippedLines;
        droppedBefore = line.own().droppedSnapshots();
    }

    /** Whether {@link #go} can: a file can be gone through more than once, a stream cannot. */
    public boolean canGo() {
        return places.isPresent() && places.get().canGo();
    }

    /**
     * Goes to the beginning of what leads up to that moment. What is read next is then told anew: nothing of what was read before is known.
     *
     * @return whether there is anything to read; if not it stays where it is
     */
    public boolean go(Moment goal) {
        try {
            Optional<InputStream> from = canGo() ? places.get().before(goal) : Optional.empty();
            if (from.isEmpty()) {
                return false;
            }
            lines.close();
            in = from.get();
            lines = new LineReader(in);
        } catch (IOException e) {
            trouble = name + " cannot be read (" + SessionStream.reason(e) + "): copy the file to another disk and replay the copy.";
            return false;
        }
        threads = new KnownThreads();
        begun = false;
        lineWaits = false;
        skippedLines = 0;
        lostSnapshots = 0;
        skippedBefore = 0;
        skippedAtFullLine = 0;
        return true;
    }

    /** Whether there is a further snapshot, and that moment is not before it. */
    public boolean reaches(Moment goal) {
        return advance() && goal.of(line.monotonicNanos(), line.epochMillis()) <= goal.time();
    }

    /** A search for the marks of all of the session, wherever it is played; empty where it can be read only once. */
    public Optional<MarkSearch> marks() {
        return canGo() ? Optional.of(new MarkSearch(places.get().all())) : Optional.empty();
    }

    /** Wall-clock time of the beginning of the session and of its end, roughly, ms since 1970 UTC; empty where that is not known. */
    public Optional<long[]> reach() {
        try {
            return canGo() ? places.get().reach() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Goes to the next sound line, unless one waits already. A file that has come to its end may have grown when it is asked again. */
    private boolean advance() {
        boolean atEnd = closed;
        while (!lineWaits && !atEnd) {
            LineReader.Found found = nextLine();
            atEnd = found == LineReader.Found.END;
            boolean passed = found == LineReader.Found.LINE && (nextPiece() || doubtOfWhatIsCounted());
            lineWaits = found == LineReader.Found.LINE && !passed && parse() && follows();
            if (!atEnd && !lineWaits && !passed) {
                skip();
            }
        }
        return lineWaits;
    }

    /** Whether the line tells of damage to a member in which damage was counted already. */
    private boolean doubtOfWhatIsCounted() {
        boolean doubt = lines.length() == 1 && lines.bytes()[0] == GzipStream.DOUBT;
        return doubt && skippedLines > skippedAtFullLine;
    }

    /** Whether the line is a sound header: that of the next piece, which may know the machine better. */
    private boolean nextPiece() {
        if (!HeaderParser.begins(lines.bytes(), lines.length())) {
            return false;
        }
        try {
            Optional<Host> told = HeaderParser.parse(lines.bytes(), lines.length()).host();
            told.ifPresent(known -> host = known);
            return told.isPresent();
        } catch (IOException damaged) {
            return false;
        }
    }

    private LineReader.Found nextLine() {
        try {
            return lines.next();
        } catch (IOException e) {
            trouble = name + ":" + (lines.number() + 1) + " cannot be read (" + SessionStream.reason(e)
                    + "): copy the file to another disk and replay the copy.";
            return LineReader.Found.END;
        }
    }

    /**
     * Of a compressed session a line without its checksum is not taken, unless the header has none either: inflated damage can be anything, and a
     * line that has lost just that part is one of the things that it can be.
     */
    private boolean parse() {
        if (checked && SessionStream.compressed(in) && !LineChecksum.isPresent(lines.bytes(), lines.length())) {
            return false;
        }
        try {
            line.parse(lines.bytes(), lines.length());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Number and time of a session only grow. The difference is taken as it is, since monotonic time may be anywhere in its range. */
    private boolean follows() {
        return !begun || line.sequence() > lastSequence && line.monotonicNanos() - lastNanos > 0;
    }

    private void skip() {
        skippedLines = skippedLines + 1;
    }

    /** Lines met so far that were damaged, too long, or out of order. */
    public long skippedLines() {
        return skippedLines;
    }

    /** Snapshots met so far to be missing for damage; those at the end, behind which there is no line, cannot be told. */
    public long lostSnapshots() {
        return lostSnapshots;
    }

    /** One sentence when the file could not be read to its end. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        closed = true;
        lineWaits = false;
        try {
            lines.close();
        } catch (IOException e) {
            trouble = name + " could not be closed (" + SessionStream.reason(e) + "): nothing is lost.";
        }
    }
}
