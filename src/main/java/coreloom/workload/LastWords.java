package coreloom.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of what a process wrote: the line that says why it ended. */
final class LastWords {
    private static final int TAIL_BYTES = 4096;

    private LastWords() {}

    /** The last words in that file; empty when there are none or they cannot be read. */
    static String read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                continue;
            }
            return parse(new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "";
        }
    }

    /** The last line that is not indented as a stack frame is, else the last one that is not blank. */
    static String parse(String tail) {
        List<String> lines = tail.lines().filter(line -> !line.isBlank()).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (!Character.isWhitespace(lines.get(i).charAt(0))) {
                return lines.get(i).strip();
            }
        }
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }
}
