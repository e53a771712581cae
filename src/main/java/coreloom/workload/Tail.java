package coreloom.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a file that a program writes to, for people to read: without colours and other orders to a terminal. For one thread. */
public final class Tail {
    private static final int BYTES = 8192;
    private static final int LINES = 50;
    private static final String TAB = "    ";
    /** Escape sequences of ECMA-48: CSI, OSC with its end, and those of two characters. */
    private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|[ -/]*[0-~])");

    private final Path file;
    private long length = -1;
    private List<String> lines = List.of();

    public Tail(Path file) {
        this.file = file;
    }

    /** At most the last 50; the same list as long as the file has not grown. */
    public List<String> lines() {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() != length) {
                length = channel.size();
                lines = parse(end(channel), length > BYTES);
            }
        } catch (IOException e) {
            return lines; // it is not there yet, or not any more
        }
        return lines;
    }

    private static String end(SeekableByteChannel channel) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate(BYTES);
        channel.position(Math.max(0, channel.size() - BYTES));
        while (tail.hasRemaining() && channel.read(tail) >= 0) {
            continue;
        }
        return new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
    }

    /**
     * Takes the end of a text apart. Of a line that was written over after a carriage return only what was written last is left.
     *
     * @param cut whether the first line is only the end of one
     */
    static List<String> parse(String text, boolean cut) {
        String plain = ESCAPES.matcher(text).replaceAll("").replace("\t", TAB).replace("\r\n", "\n");
        if (plain.isBlank()) {
            return List.of();
        }
        List<String> all = Arrays.stream(plain.split("\n")).skip(cut ? 1 : 0).toList();
        return all.stream().skip(Math.max(0, all.size() - LINES)).map(Tail::overwritten).toList();
    }

    private static String overwritten(String line) {
        String whole = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return whole.substring(whole.lastIndexOf('\r') + 1);
    }
}
