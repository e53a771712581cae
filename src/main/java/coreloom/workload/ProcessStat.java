package coreloom.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who a process is, from {@code /proc/PID/task/PID/stat}: its first thread stays as long as the process, and {@code /proc/PID/stat} would add up
 * the times of all threads each time. Two processes that had the same id at different times differ in their start time.
 *
 * @param command    first 15 bytes of its command's name
 * @param state      the kernel's letter for the state of its first thread; Z and X are threads that have ended
 * @param parent     process id of its parent now
 * @param threads    how many threads it has, the first among them even when that has ended
 * @param startTicks when it started, clock ticks since boot
 */
record ProcessStat(String command, char state, int parent, long threads, long startTicks) {
    /** Blanks between the end of the name and the fields. */
    private static final int STATE = 1;
    private static final int PARENT = 2;
    private static final int THREADS = 18;
    private static final int START = 20;
    private static final int MOST_DIGITS = 18;

    /** Empty when there is no such process. */
    static Optional<ProcessStat> read(Path root, int pid) {
        try {
            return parse(Files.readAllBytes(root.resolve(pid + "/task/" + pid + "/stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when the line is not whole. The name stands in brackets and may hold brackets itself. */
    static Optional<ProcessStat> parse(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        int state = field(line, close, STATE);
        long parent = number(line, field(line, close, PARENT));
        long threads = number(line, field(line, close, THREADS));
        long start = number(line, field(line, close, START));
        if (open < 0 || close < open || state < 0 || parent < 0 || threads < 0 || start < 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStat(line.substring(open + 1, close), line.charAt(state), (int) parent, threads, start));
    }

    /** Where the field behind that many blanks begins; -1 where the line ends before. */
    private static int field(String line, int from, int blanks) {
        int at = from;
        for (int i = 0; i < blanks && at >= 0; i++) {
            at = line.indexOf(' ', at + 1);
        }
        return from < 0 || at < 0 || at + 1 >= line.length() ? -1 : at + 1;
    }

    /** The number there; -1 where there is none. */
    private static long number(String line, int from) {
        long value = 0;
        int at = from;
        while (at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9' && at - from < MOST_DIGITS) {
            value = value * 10 + line.charAt(at++) - '0';
        }
        boolean whole = at > from && from >= 0 && (at == line.length() || line.charAt(at) == ' ' || line.charAt(at) == '\n');
        return whole ? value : -1;
    }

    /** Whether a signal, or a debugger, holds it: it does nothing until it is told to go on. */
    boolean stopped() {
        return state == 'T' || state == 't';
    }

    /** A process whose first thread has ended goes on while it has others. */
    boolean ended() {
        return state == 'X' || state == 'x' || state == 'Z' && threads <= 1;
    }
}
