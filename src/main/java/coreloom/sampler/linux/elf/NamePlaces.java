package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where in a table of strings some wanted names begin. A linker stores a name that is the end of a longer one only once, so a name is
 * looked for everywhere, not only behind a zero.
 */
final class NamePlaces {
    private static final int WINDOW_BYTES = 1 << 16;
    /** A table of strings that is larger is not believed: 32 times the size of CPython's. */
    private static final long MOST_BYTES = 1 << 25;
    /** Ends of other names included. */
    private static final int MOST_PLACES = 32;

    private final List<String> names = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();

    private NamePlaces() {}

    static NamePlaces find(ElfBytes bytes, ElfSection strings, Collection<String> wanted) throws IOException {
        if (strings.type() != ElfSection.STRINGS || strings.size() < 0 || strings.size() > MOST_BYTES) {
            throw new ElfException("has no believable table of names");
        }
        NamePlaces found = new NamePlaces();
        List<byte[]> needles = wanted.stream().map(name -> (name + '\0').getBytes(StandardCharsets.US_ASCII)).toList();
        int overlap = needles.stream().mapToInt(needle -> needle.length).max().orElse(1) - 1;
        for (long from = 0; from < strings.size(); from += WINDOW_BYTES) {
            int size = (int) Math.min(WINDOW_BYTES + overlap, strings.size() - from);
            ByteBuffer window = bytes.read(strings.offset() + from, size);
            for (byte[] needle : needles) {
                found.collect(window, needle, from);
            }
        }
        return found;
    }

    private void collect(ByteBuffer window, byte[] needle, long from) {
        int last = Math.min(WINDOW_BYTES - 1, window.limit() - needle.length);
        for (int at = 0; at <= last && places.size() < MOST_PLACES; at++) {
            if (lies(needle, window, at)) {
                names.add(new String(needle, 0, needle.length - 1, StandardCharsets.US_ASCII));
                places.add(from + at);
            }
        }
    }

    private static boolean lies(byte[] needle, ByteBuffer window, int at) {
        int i = 0;
        while (i < needle.length && window.get(at + i) == needle[i]) {
            i++;
        }
        return i == needle.length;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The name that begins there; null when it is none of the wanted ones. */
    String at(long place) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) == place) {
                return names.get(i);
            }
        }
        return null;
    }
}
