package coreloom.replay;

/**
 * A time in a session to go to.
 *
 * @param wallClock whether it is meant by the wall clock, which may jump, and not by the session's own clock
 * @param time      ms since 1970 UTC, or ns on the clock of {@code mono_ns}
 */
public record Moment(boolean wallClock, long time) {
    /** The first snapshot. */
    public static final Moment START = new Moment(false, Long.MIN_VALUE);

    /** The last snapshot there is so far. */
    public static final Moment END = new Moment(false, Long.MAX_VALUE);

    /** That time of the session's own clock, ns. */
    public static Moment ofNanos(long nanos) {
        return new Moment(false, nanos);
    }

    /** That wall-clock time, ms since 1970 UTC. */
    public static Moment ofEpochMillis(long millis) {
        return new Moment(true, millis);
    }

    /** Of two readings of one instant the one that counts here. */
    long of(long nanos, long epochMillis) {
        return wallClock ? epochMillis : nanos;
    }
}
