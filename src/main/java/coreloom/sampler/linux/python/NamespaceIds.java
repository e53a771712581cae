package coreloom.sampler.linux.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of one thread in the pid namespaces that it is in, from the line {@code NSpid} of its {@code status} (pid_namespaces(7)).
 *
 * @param outermost as the monitor sees it; 0 when not known
 * @param innermost as the thread sees itself; 0 when not known
 */
record NamespaceIds(int outermost, int innermost) {
    private static final NamespaceIds UNKNOWN = new NamespaceIds(0, 0);
    private static final Pattern LINE = Pattern.compile("^NSpid:[ \t]+(\\d{1,9})(?:[ \t]+\\d{1,9})*?(?:[ \t]+(\\d{1,9}))?$",
            Pattern.MULTILINE);
    private static final int MOST_BYTES = 1 << 14;

    static NamespaceIds read(Path status) {
        try (InputStream input = Files.newInputStream(status)) {
            return parse(new String(input.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    static NamespaceIds parse(String status) {
        Matcher line = LINE.matcher(status);
        if (!line.find()) {
            return UNKNOWN;
        }
        int first = Integer.parseInt(line.group(1));
        return new NamespaceIds(first, line.group(2) == null ? first : Integer.parseInt(line.group(2)));
    }

    /** Whether the thread is in a namespace within ours. */
    boolean nested() {
        return innermost != outermost;
    }
}
