package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import coreloom.sampler.linux.elf.ElfSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patch level of a CPython that exports no {@code Py_Version}: the text {@code 3.9.18} that it prints, found among the constants of its
 * file. A compiler may have stored it as the end of a longer text.
 */
final class VersionText {
    private static final int WINDOW_BYTES = 1 << 16;
    private static final int OVERLAP_BYTES = 32;
    /** More is not searched: three times CPython's largest file. */
    private static final long MOST_BYTES = 1 << 26;

    private final Bytes file;
    private final String prefix;
    private final Pattern whole;
    private final Set<String> found = new TreeSet<>();

    private VersionText(Bytes file, String prefix) {
        this.file = file;
        this.prefix = prefix;
        whole = Pattern.compile("(?<![\\d.])" + Pattern.quote(prefix) + "\\d{1,2}(?:(?:a|b|rc)\\d{1,2})?\\+?(?=\0)");
    }

    /** The version with the text; the version as it was when the file holds no such text, or several. */
    static PythonVersion find(Bytes file, List<ElfSegment> segments, PythonVersion known) throws IOException {
        if (known.minor().isEmpty()) {
            return known;
        }
        VersionText text = new VersionText(file, "3." + known.minor().getAsInt() + ".");
        long searched = 0;
        for (ElfSegment segment : segments) {
            searched += segment.fileSize();
            if (segment.fileSize() < 0 || searched < 0 || searched > MOST_BYTES) {
                return known;
            }
            text.search(segment);
        }
        return text.found.size() == 1 ? known.withText(text.found.iterator().next()) : known;
    }

    /** Each window begins with the byte before it, which tells whether a number begins or goes on there. */
    private void search(ElfSegment segment) throws IOException {
        for (long from = 0; from < segment.fileSize(); from += WINDOW_BYTES) {
            int before = from == 0 ? 0 : 1;
            ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES + OVERLAP_BYTES, segment.fileSize() - from + before));
            if (!file.read(segment.offset() + from - before, window)) {
                return;
            }
            search(new String(window.array(), StandardCharsets.ISO_8859_1), before);
        }
    }

    private void search(String window, int from) {
        Matcher text = whole.matcher(window).useTransparentBounds(true);
        for (int at = window.indexOf(prefix, from); at >= 0 && found.size() < 2; at = window.indexOf(prefix, at + 1)) {
            if (text.region(at, window.length()).lookingAt()) {
                found.add(text.group());
            }
        }
    }
}
