package coreloom.gil.bytecode;

import java.io.IOException;

/** What the interpreter asks of the thread that runs it. Each call is made by that thread. */
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

    /** A long call of an extension: what comes of a value after work on that many bytes. It never gives way, but may let go of everything. */
    long digest(long value, long bytes) throws IOException;
}
