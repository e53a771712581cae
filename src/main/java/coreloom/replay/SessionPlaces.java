package coreloom.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Goes to any time of a session that lies in files: all pieces of it, in their order. */
final class SessionPlaces {
    /** So much is read before a place, so that there is a picture of the time before; and not more than this many bytes. */
    private static final long LEAD_BYTES = 2 << 20;
    private static final int COMPRESSED_TO = 8;
    private static final long LEAD_NANOS = 150_000_000_000L;

    private final List<Path> files;

    SessionPlaces(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Whether there is more than one way through: pipes and devices are read once. */
    boolean canGo() {
        return files.stream().allMatch(Files::isRegularFile);
    }

    /** The lines from the first one on. */
    InputStream all() {
        return new PieceStream(files);
    }

    /** The lines from a full one on from which it is not far to that moment; empty where no full line was found. */
    Optional<InputStream> before(Moment goal) throws IOException {
        if (goal.equals(Moment.START)) {
            return Optional.of(all());
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            FullLines lines = new FullLines(files.get(i));
            Optional<FullLines.Place> last = lines.last(goal);
            if (last.isPresent() && (last.get().time(goal) <= goal.time() || i == 0)) {
                return Optional.of(new PieceStream(lines.open(lead(lines, last.get(), files.get(i))), files.subList(i + 1, files.size())));
            }
        }
        return Optional.empty();
    }

    private static FullLines.Place lead(FullLines lines, FullLines.Place place, Path file) throws IOException {
        FullLines.Place early = lines.last(Moment.ofNanos(place.nanos() - LEAD_NANOS)).orElse(place);
        long bytes = file.toString().endsWith(".gz") ? LEAD_BYTES / COMPRESSED_TO : LEAD_BYTES;
        return place.offset() - early.offset() <= bytes ? early : lines.from(place.offset() - bytes, place.offset()).orElse(place);
    }

    /** Wall-clock time of the first full line and of the last, ms since 1970 UTC; empty where there is none. */
    Optional<long[]> reach() throws IOException {
        Optional<FullLines.Place> first = Optional.empty();
        Optional<FullLines.Place> last = Optional.empty();
        for (Path file : files) {
            FullLines lines = new FullLines(file);
            first = first.isPresent() ? first : lines.from(0, Long.MAX_VALUE);
            last = lines.last(Moment.END).or(() -> Optional.empty());
        }
        return first.isPresent() && last.isPresent() ? Optional.of(new long[] {first.get().epochMillis(), last.get().epochMillis()}) : Optional.empty();
    }
}
