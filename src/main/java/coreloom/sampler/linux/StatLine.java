package coreloom.sampler.linux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The line of {@code /proc/PID/stat} or {@code /proc/PID/task/TID/stat} (proc_pid_stat(5)). Reused for every thread, so that parsing
 * allocates nothing. The name may hold anything, brackets, blanks and line ends too: it lies between the first '(' and the last ')'.
 *
 * <pre>
 *   1   2        3     4 … 13  14    15      16 … 19  20       21  22     23 … 38  39
 *   42  (my) th) S     …       user  system  …        threads  …   start  …        core
 * </pre>
 */
final class StatLine {
    private final Fields fields = new Fields();
    private byte[] line = new byte[0];
    private int nameFrom;
    private int nameTo;
    private char state;
    private long cpuTicks;
    private long threads;
    private long startTicks;
    private long core;

    /** Takes the line apart; false when it is not such a line, and then nothing of it is to be used. The bytes are not copied. */
    boolean parse(byte[] bytes, int length) {
        line = bytes;
        nameFrom = indexOf(bytes, length, '(') + 1;
        nameTo = lastIndexOf(bytes, length, ')');
        if (nameFrom == 0 || nameTo < nameFrom) {
            return false;
        }
        fields.start(bytes, nameTo + 1, length);
        state = fields.letter();
        fields.skip(10);
        cpuTicks = fields.number() + fields.number();
        fields.skip(4);
        threads = fields.number();
        fields.skip(1);
        startTicks = fields.number();
        fields.skip(16);
        core = fields.number();
        return fields.whole() && cpuTicks >= 0 && threads >= 0 && startTicks >= 0 && core >= 0 && core <= Integer.MAX_VALUE;
    }

    private static int indexOf(byte[] bytes, int length, char wanted) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] bytes, int length, char wanted) {
        int i = length - 1;
        while (i >= 0 && bytes[i] != wanted) {
            i--;
        }
        return i;
    }

    /** Whether these are the bytes of the name. */
    boolean named(byte[] name) {
        return Arrays.equals(line, nameFrom, nameTo, name, 0, name.length);
    }

    byte[] nameBytes() {
        return Arrays.copyOfRange(line, nameFrom, nameTo);
    }

    /** The name; bytes that are not UTF-8 (the kernel cuts names at 15 bytes) become U+FFFD. */
    String name() {
        return new String(line, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /** R S D T t Z X I. */
    char state() {
        return state;
    }

    /** Time in user and kernel mode, in clock ticks. */
    long cpuTicks() {
        return cpuTicks;
    }

    /** Number of threads of the process. */
    long threads() {
        return threads;
    }

    /** When it started, in clock ticks since boot. */
    long startTicks() {
        return startTicks;
    }

    /** Core it ran on last. */
    int core() {
        return (int) core;
    }
}
