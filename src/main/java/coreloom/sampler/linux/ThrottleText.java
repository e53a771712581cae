package coreloom.sampler.linux;

import java.nio.charset.StandardCharsets;

/**
 * What {@code cpu.stat} of a cgroup tells of its quota: {@code nr_periods}, {@code nr_throttled}, and the time in {@code throttled_usec} of
 * version 2 or in {@code throttled_time} of version 1, which is ns. Reused: parsing allocates nothing. For one thread.
 */
final class ThrottleText {
    private static final byte[] PERIODS = key("nr_periods ");
    private static final byte[] THROTTLED = key("nr_throttled ");
    private static final byte[] MICROS = key("throttled_usec ");
    private static final byte[] NANOS = key("throttled_time ");

    private final Fields fields = new Fields();
    private long periods;
    private long throttledPeriods;
    private long throttledMicros;

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** False when it does not tell all of them; nothing of it is then to be used. */
    boolean parse(byte[] text, int length) {
        periods = number(text, length, PERIODS);
        throttledPeriods = number(text, length, THROTTLED);
        long nanos = number(text, length, NANOS);
        throttledMicros = nanos >= 0 ? nanos / 1000 : number(text, length, MICROS);
        return periods >= 0 && throttledPeriods >= 0 && throttledMicros >= 0;
    }

    /** The number behind that key at the beginning of a line; -1 when there is none. */
    private long number(byte[] text, int length, byte[] key) {
        for (int at = 0; at >= 0 && at + key.length < length; at = nextLine(text, length, at)) {
            if (begins(text, at, key)) {
                fields.start(text, at + key.length, length);
                long number = fields.number();
                return fields.whole() ? number : -1;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] text, int at, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (text[at + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static int nextLine(byte[] text, int length, int from) {
        for (int at = from; at < length; at++) {
            if (text[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    long periods() {
        return periods;
    }

    long throttledPeriods() {
        return throttledPeriods;
    }

    long throttledMicros() {
        return throttledMicros;
    }
}
