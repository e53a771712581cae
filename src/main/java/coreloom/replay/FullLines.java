package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The full lines of a session file, found by time without reading the file: time grows with the offset, so a few guesses lead to the line. Nothing is
 * kept beside the log, and a line counts only when its checksum agrees.
 *
 * <pre>
 *   offset 0                guess                       goal          end
 *   ├──── full … ──── full ──┊── changes … full ──── full ╎ … ──── full ┤
 *                            ╰─ read on ──▶ ╰ its time says where to guess next
 * </pre>
 */
final class FullLines {
    private static final int NEAR_BYTES = 1 << 16;
    private static final int GUESSES_BY_TIME = 6;
    private static final int LAST_BYTES = 1 << 18;
    private static final byte[] HEAD = SessionFormat.gzipHead();
    private static final byte[] AFTER = ("\"" + SessionKeys.AFTER + "\":").getBytes(StandardCharsets.US_ASCII);
    /** A line that builds on another says so this early. */
    private static final int AFTER_WITHIN = 48;

    private final Path file;
    private final long size;
    private final boolean compressed;
    private final SessionLine line = new SessionLine();

    /**
     * A full line.
     *
     * @param offset      where reading can begin: of the line, or of the member that begins with it
     * @param nanos       its monotonic time
     * @param epochMillis its wall-clock time
     */
    record Place(long offset, long nanos, long epochMillis) {
        long time(Moment moment) {
            return moment.of(nanos, epochMillis);
        }
    }

    FullLines(Path file) throws IOException {
        this.file = file;
        size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(2);
            compressed = begin.length == 2 && begin[0] == HEAD[0] && begin[1] == HEAD[1];
        }
    }

    /** The lines from that place on, expanded. */
    static InputStream open(Path file, long offset, boolean compressed) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(offset);
        return compressed ? new GzipStream(in) : in;
    }

    InputStream open(Place place) throws IOException {
        return open(file, place.offset(), compressed);
    }

    /** The last full line at or before that moment; the first one where all are behind it. */
    Optional<Place> last(Moment goal) throws IOException {
        Optional<Place> first = from(0, size);
        if (first.isEmpty() || first.get().time(goal) >= goal.time()) {
            return first;
        }
        Place low = first.get();
        Place high = end(low);
        if (high.time(goal) <= goal.time()) {
            return Optional.of(high);
        }
        long to = high.offset();
        long highTime = high.time(goal);
        for (int guesses = 0; to - low.offset() > NEAR_BYTES; guesses++) {
            long guess = guess(low, goal, to, guesses < GUESSES_BY_TIME ? highTime : Long.MIN_VALUE);
            Optional<Place> found = from(guess, to);
            if (found.isPresent() && found.get().time(goal) <= goal.time()) {
                low = found.get();
            } else {
                to = guess;
                highTime = found.map(place -> place.time(goal)).orElse(highTime);
            }
        }
        return Optional.of(walk(low, goal, to));
    }

    /** By the share of the time that has passed, a little early; the middle where that cannot be told. */
    private static long guess(Place low, Moment goal, long to, long highTime) {
        long width = to - low.offset();
        double whole = (double) highTime - low.time(goal);
        double share = whole > 0 ? ((double) goal.time() - low.time(goal)) / whole : 0.5;
        return low.offset() + 1 + (long) ((width - 2) * Math.max(0.01, Math.min(0.99, share * 0.98)));
    }

    private Place walk(Place from, Moment goal, long to) throws IOException {
        Place at = from;
        for (Optional<Place> next = from(at.offset() + 1, to); next.isPresent() && next.get().time(goal) <= goal.time(); next = from(at.offset() + 1, to)) {
            at = next.get();
        }
        return at;
    }

    /** The last full line of all. */
    private Place end(Place first) throws IOException {
        for (long back = LAST_BYTES; back < size - first.offset(); back *= 4) {
            Optional<Place> found = from(size - back, size);
            if (found.isPresent()) {
                return walk(found.get(), Moment.END, size);
            }
        }
        return walk(first, Moment.END, size);
    }

    /** The first sound full line that begins at that offset or behind it, and before {@code to}. */
    Optional<Place> from(long offset, long to) throws IOException {
        return compressed ? memberFrom(offset, to) : lineFrom(offset, to);
    }

    private Optional<Place> lineFrom(long offset, long to) throws IOException {
        long begin = Math.max(0, offset - 1);
        try (LineReader lines = new LineReader(open(file, begin, false))) {
            LineReader.Found found = offset == 0 ? LineReader.Found.TOO_LONG : lines.next();
            while (found != LineReader.Found.END) {
                found = lines.next();
                if (begin + lines.begin() >= to) {
                    return Optional.empty();
                }
                if (found == LineReader.Found.LINE && full(lines)) {
                    return Optional.of(place(begin + lines.begin()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Place> memberFrom(long offset, long to) throws IOException {
        for (long at = head(offset, to); at >= 0; at = head(at + 1, to)) {
            try (LineReader lines = new LineReader(open(file, at, true))) {
                if (lines.next() == LineReader.Found.LINE && full(lines)) {
                    return Optional.of(place(at));
                }
            }
        }
        return Optional.empty();
    }

    /** Where the next head of a member begins, before {@code to}; -1 for nowhere. */
    private long head(long offset, long to) throws IOException {
        int matching = 0;
        try (InputStream in = new BufferedInputStream(open(file, offset, false), NEAR_BYTES)) {
            for (long at = offset; at - HEAD.length < to; at++) {
                int next = in.read();
                if (next < 0) {
                    return -1;
                }
                // No part of a head but its first byte is like its beginning, so that nothing is missed.
                matching = (byte) next == HEAD[matching] ? matching + 1 : (byte) next == HEAD[0] ? 1 : 0;
                if (matching == HEAD.length) {
                    long begin = at - HEAD.length + 1;
                    return begin < to ? begin : -1;
                }
            }
        }
        return -1;
    }

    private Place place(long offset) {
        return new Place(offset, line.monotonicNanos(), line.epochMillis());
    }

    /** Whether it is a sound snapshot line that builds on no other; it is taken apart then. */
    private boolean full(LineReader lines) {
        for (int at = 0; at < Math.min(AFTER_WITHIN, lines.length() - AFTER.length); at++) {
            if (matches(lines.bytes(), at)) {
                return false;
            }
        }
        try {
            line.parse(lines.bytes(), lines.length());
            return line.full();
        } catch (IOException damagedOrHeader) {
            return false;
        }
    }

    private static boolean matches(byte[] bytes, int at) {
        int same = 0;
        while (same < AFTER.length && bytes[at + same] == AFTER[same]) {
            same++;
        }
        return same == AFTER.length;
    }
}
