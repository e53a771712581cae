package coreloom.workload.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * What goes through a pool's pipes, in the machine's byte order. It is short enough for a pipe to take it whole, so that writers never mix;
 * those who read at once would.
 *
 * <pre>
 *   16 bytes     0 long number of a call, from 0; or below 0 a word that only its two ends know     8 long work units, or the result
 * </pre>
 */
final class Message {
    private static final int BYTES = 16;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());

    void set(long number, long amount) {
        bytes.putLong(0, number).putLong(8, amount);
    }

    long number() {
        return bytes.getLong(0);
    }

    long amount() {
        return bytes.getLong(8);
    }

    /** Waits while the pipe is full. */
    void write(WritableByteChannel pipe) throws IOException {
        bytes.clear();
        IoDevice.drain(bytes, pipe);
    }

    /** Waits until one is there. */
    void read(ReadableByteChannel pipe) throws IOException {
        IoDevice.fill(bytes, pipe);
    }
}
