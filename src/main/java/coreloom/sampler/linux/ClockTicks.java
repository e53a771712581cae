package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The length of a clock tick, the unit of times in {@code stat}: told to each process in its auxiliary vector (getauxval(3), AT_CLKTCK).
 */
final class ClockTicks {
    private static final long AT_NULL = 0;
    private static final long AT_CLKTCK = 17;
    /** On every architecture that Java 17 runs on. */
    private static final long USUAL_PER_SECOND = 100;

    private ClockTicks() {}

    /** ns of one tick. {@code proc} is {@code /proc}. */
    static long nanos(Path proc) {
        return 1_000_000_000L / perSecond(proc);
    }

    private static long perSecond(Path proc) {
        try {
            boolean wide = !System.getProperty("sun.arch.data.model", "64").equals("32");
            return perSecond(Files.readAllBytes(proc.resolve("self/auxv")), wide);
        } catch (IOException e) {
            return USUAL_PER_SECOND;
        }
    }

    /** Finds it in a vector of pairs of words, 8 bytes {@code wide} or 4. */
    static long perSecond(byte[] vector, boolean wide) {
        ByteBuffer words = ByteBuffer.wrap(vector).order(ByteOrder.nativeOrder());
        int pair = wide ? 16 : 8;
        while (words.remaining() >= pair) {
            long type = wide ? words.getLong() : words.getInt();
            long value = wide ? words.getLong() : words.getInt();
            if (type == AT_CLKTCK && value > 0) {
                return value;
            }
            if (type == AT_NULL) {
                break;
            }
        }
        return USUAL_PER_SECOND;
    }
}
