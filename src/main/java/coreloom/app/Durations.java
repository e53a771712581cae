package coreloom.app;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lengths of time for a reader. */
final class Durations {
    private static final long SECOND = 1_000_000_000L;

    private Durations() {}

    /** As exactly as is of use: {@code 200 ms}, {@code 1.5 s}. */
    static String words(long nanos) {
        if (nanos < SECOND) {
            return nanos / 1_000_000 + " ms";
        }
        return BigDecimal.valueOf(nanos, 9).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " s";
    }

    /** Time that is left, rounded up: {@code 34 s}, {@code 2 min 5 s}, {@code 1 h 20 min}. */
    static String left(long nanos) {
        long seconds = (nanos + SECOND - 1) / SECOND;
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
