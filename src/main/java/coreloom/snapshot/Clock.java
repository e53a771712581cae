package coreloom.snapshot;

/** The time, handed in. Only the front door owns one that reads the system's. */
public interface Clock {
    /** Monotonic time in ns, on the time base of {@link System#nanoTime()}, which all processes of a machine share. */
    long nanos();

    /** Wall-clock time in ms since 1970 UTC; for people, never for subtraction. */
    long epochMillis();
}
