package coreloom.gil.bytecode;

import java.io.IOException;

/**
 * What the interpreter asks of the thread that runs it. Each call is made by that thread. The calls that block ({@link #acquire}, {@link #send},
 * {@link #receive}, {@link #sleep}) may await instead: see {@link #awaits}.
 */
public interface Surroundings {
    /** Where the eval breaker is polled: the place to give way. */
    void safePoint();

    /** Enters the critical section that all workers of the process share. Not re-entered. */
    void acquire();

    /** Leaves it. */
    void release();

    /** Sends a question to the device; blocks. */
    void send(long question) throws IOException;

    /** Waits for the device's reply to it; blocks. */
    long receive() throws IOException;

    /** Sleeps that many µs, at least 0. */
    void sleep(long micros) throws IOException;

    /**
     * Whether the blocking call just made has not done its work but awaits: then whatever it returned means nothing, the unit is left, and once it
     * is gone on with the same call is made again, as often as need be.
     */
    default boolean awaits() {
        return false;
    }

    /** A long call of an extension: what comes of a value after work on that many bytes. It never gives way, but may let go of everything. */
    long digest(long value, long bytes) throws IOException;
}
