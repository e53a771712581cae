package coreloom.replay;

import coreloom.recording.SessionKeys;
import coreloom.snapshot.Marker;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds the marks of a recorded session without playing it: from its beginning on, with only those lines taken apart that have markers. It goes as far as it
 * is let, and the next time on from there, in a file that has grown too. Used by one thread.
 */
public final class MarkSearch implements Closeable {
    private static final KeySearch MARKERS = new KeySearch(SessionKeys.MARKERS);
    private static final KeySearch TIME = new KeySearch(SessionKeys.MONOTONIC);
    /** A snapshot line tells its time this early. */
    private static final int TIME_WITHIN = 96;

    private final InputStream in;
    private final LineReader lines;
    private final SessionLine line = new SessionLine();
    private final List<Marker> found = new ArrayList<>();
    private final Set<Sign> seen = new HashSet<>();
    private BooleanSupplier more = () -> true;
    private boolean stopped;
    private long firstNanos;
    private long lastNanos;
    private boolean begun;

    /** What two marks have in common that stand for the same thing. */
    private record Sign(Marker.Kind kind, String text) {}

    /** Reads nothing further once it is to stop; to the reader of lines that is an end beyond which there may be more later. */
    private final class Stoppable extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            stopped = !more.getAsBoolean();
            return stopped ? -1 : in.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    MarkSearch(InputStream in) {
        this.in = in;
        lines = new LineReader(new Stoppable());
    }

    /**
     * Searches on while that holds, which is asked for each 64 KiB, or to the end of what is recorded so far.
     *
     * @throws IOException when the session cannot be read again
     */
    public void goOn(BooleanSupplier wanted) throws IOException {
        more = wanted;
        for (LineReader.Found next = lines.next(); next != LineReader.Found.END; next = lines.next()) {
            if (next == LineReader.Found.LINE) {
                take(lines.bytes(), lines.length());
            }
        }
    }

    private void take(byte[] bytes, int length) {
        int time = TIME.behind(bytes, Math.min(length, TIME_WITHIN));
        if (time >= 0) {
            lastNanos = number(bytes, time, length);
            firstNanos = begun ? firstNanos : lastNanos;
            begun = true;
        }
        if (MARKERS.behind(bytes, length) >= 0) {
            markers(bytes, length);
        }
    }

    private void markers(byte[] bytes, int length) {
        try {
            line.parse(bytes, length);
        } catch (IOException damaged) {
            return;
        }
        for (Marker marker : line.markers()) {
            if (seen.add(new Sign(marker.kind(), marker.text()))) {
                found.add(marker);
            }
        }
    }

    private static long number(byte[] line, int from, int length) {
        long value = 0;
        for (int at = from; at < length && line[at] >= '0' && line[at] <= '9'; at++) {
            value = value * 10 + line[at] - '0';
        }
        return value;
    }

    /** The marks found so far in the order of time; of several of one kind that say the same, the first. */
    public List<Marker> found() {
        return List.copyOf(found);
    }

    /** Whether all was searched that was recorded by then. */
    public boolean whole() {
        return !stopped;
    }

    /** How much of the session was searched so far, ns from its beginning. */
    public long searchedNanos() {
        return Math.max(0, lastNanos - firstNanos);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
