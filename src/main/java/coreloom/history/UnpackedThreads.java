package coreloom.history;

/** The threads of the intervals asked for last, unpacked. Whoever holds those of one interval may ask for those of another beside it. */
final class UnpackedThreads {
    private static final int KEPT = 4;

    private final Interval[] intervals = new Interval[KEPT];
    private final ThreadShares[] threads = new ThreadShares[KEPT];
    private int next;

    ThreadShares of(Interval interval, ThreadPage page, int offset) {
        for (int i = 0; i < KEPT; i++) {
            if (intervals[i] == interval) {
                return threads[i];
            }
        }
        int at = next;
        next = (next + 1) % KEPT;
        threads[at] = threads[at] == null ? new ThreadShares() : threads[at];
        ThreadPacking.unpack(page, offset, threads[at]);
        intervals[at] = interval;
        return threads[at];
    }

    /** The interval is about to stand for another time. */
    void forget(Interval interval) {
        for (int i = 0; i < KEPT; i++) {
            intervals[i] = intervals[i] == interval ? null : intervals[i];
        }
    }
}
