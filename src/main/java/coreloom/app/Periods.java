package coreloom.app;

/** The sampling periods that keys step through. */
final class Periods {
    private static final long[] MILLIS = {100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000};

    private Periods() {}

    /** The next longer one (+1) or shorter one (−1), ns; at either end the same. */
    static long next(long periodNanos, int by) {
        int at = 0;
        while (at < MILLIS.length - 1 && MILLIS[at] * 1_000_000 < periodNanos) {
            at++;
        }
        return MILLIS[Math.max(0, Math.min(MILLIS.length - 1, at + by))] * 1_000_000;
    }

    /** How often that is. */
    static String sentence(long periodNanos) {
        return "A sample every " + (periodNanos < 1_000_000_000L ? periodNanos / 1_000_000 + " ms." : periodNanos / 1_000_000_000 + " s.");
    }
}
