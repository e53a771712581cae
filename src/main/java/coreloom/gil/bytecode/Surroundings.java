package coreloom.gil.bytecode;

import java.io.IOException;

/**
 * What the interpreter asks of the thread that runs it. Each call is made by that thread. The calls that block ({@link #acquire}, {@link #send},
 * {@link #receive}, {@link #sleep}, {@link #recv}, {@link #sendall}) may await instead: see {@link #awaits}.
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

    /** Waits for a byte from the process that asks, 0 to 255; blocks. */
    long recv() throws IOException;

    /** Sends it the lowest byte of that number; blocks. */
    void sendall(long value) throws IOException;

    /** Now and then within a long operation, where CPython looks at nothing. */
    default void withinOperation() {}

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
