package coreloom.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who a process is, from {@code /proc/PID/stat}. Two processes that had the same id at different times differ in their start time.
 *
 * @param command    first 15 bytes of its command's name
 * @param state      the kernel's letter for its state; Z and X are processes that have ended
 * @param startTicks when it started, clock ticks since boot
 */
record ProcessStat(String command, char state, long startTicks) {
    private static final int STATE = 0;
    private static final int START = 19;

    /** Empty when there is no such process. */
    static Optional<ProcessStat> read(Path root, int pid) {
        try {
            return parse(Files.readAllBytes(root.resolve(String.valueOf(pid)).resolve("stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when the line is not whole. The name stands in brackets and may hold brackets itself. */
    static Optional<ProcessStat> parse(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        String[] fields = close < 0 ? new String[0] : line.substring(close + 1).strip().split(" ");
        if (open < 0 || close < open || fields.length <= START || !fields[START].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStat(line.substring(open + 1, close), fields[STATE].charAt(0), Long.parseLong(fields[START])));
    }

    boolean ended() {
        return state == 'Z' || state == 'X' || state == 'x';
    }
}
