package coreloom.sampler.linux;

/**
 * Tells whether the threads of a process that were not read can have run. The CPU time of a process is that of its living threads and of
 * those that have ended:
 *
 * <pre>
 *   process = living + ended            ended stays as it is while no thread ends
 * </pre>
 *
 * So when the process's time is what the readings of its threads make, with those of the resting ones as they were, none of these has run.
 * What the ended ones had used is not told; it is process − living at a moment at which every reading is true. Readings are taken one after
 * the other, so such a difference is at first a mere guess, as anyone may have run in between. It is confirmed when those that ran before it was
 * taken were read between two readings of the process's time that are the same, and all others turn out, later, not to have run.
 */
final class CpuBalance {
    private static final long UNKNOWN = -1;

    private long living;
    private long ended = UNKNOWN;
    private long guess = UNKNOWN;

    /** A thread's time was so much when it was read last, and is so much now; ns. */
    void read(long before, long now) {
        living += now - before;
    }

    /** A thread has gone, and with it what is known of the time of the ended ones. */
    void gone(long lastNanos) {
        living -= lastNanos;
        ended = UNKNOWN;
        guess = UNKNOWN;
    }

    /** Begins with another process. */
    void forget() {
        gone(living);
    }

    /** Whether {@link #holds} can say anything. */
    boolean known() {
        return ended != UNKNOWN;
    }

    /** Whether nobody has run but those who were read before the process's time was, ns. */
    boolean holds(long process) {
        return known() && process != ProcessClock.UNKNOWN && process == living + ended;
    }

    /** Those that ran lately were read between two readings of the process's time. */
    void guess(long processBefore, long processAfter) {
        boolean still = processBefore == processAfter && processAfter != ProcessClock.UNKNOWN;
        guess = still && processAfter >= living ? processAfter - living : UNKNOWN;
    }

    /** All threads were read anew; {@code rested} says whether those that were not read between the two readings had all rested until now. */
    void confirm(boolean rested) {
        if (rested && guess != UNKNOWN) {
            ended = guess;
        }
        guess = UNKNOWN;
    }
}
