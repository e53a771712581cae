package coreloom.workload.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A device that answers each request a fixed time after it was sent, over real pipes and from a thread of its own. Requests overlap: as
 * every one takes equally long, the pipe that they come in by is the queue of deadlines.
 *
 * <pre>
 *   request, 16 bytes     0 long, when it was sent, monotonic ns     8 int connection     12 int question
 *   reply, 1 byte         see {@link #answer}
 * </pre>
 */
final class IoDevice implements Runnable {
    static final int REQUEST_BYTES = 16;

    private final long latencyNanos;
    private final LongSupplier clock;
    private final Pipe requests;
    private final AtomicReferenceArray<WritableByteChannel> replies;
    /** When each connection was replied to last, monotonic ns. */
    private final AtomicLongArray repliedNanos;
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST_BYTES);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(1);

    /** @param connections how many may connect */
    IoDevice(int connections, long latencyNanos, LongSupplier clock) throws IOException {
        this.latencyNanos = latencyNanos;
        this.clock = clock;
        requests = Pipe.open();
        replies = new AtomicReferenceArray<>(connections);
        repliedNanos = new AtomicLongArray(connections);
    }

    void start() {
        Thread thread = new Thread(this, "io-device");
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection; each is made once, before its first request. */
    DeviceConnection connect(int connection) throws IOException {
        Pipe answers = Pipe.open();
        replies.set(connection, answers.sink());
        return new DeviceConnection(connection, requests.sink(), answers.source(), () -> repliedNanos.get(connection), clock);
    }

    /** The reply to a question. */
    static byte answer(int question) {
        return (byte) (question * 31 + 7);
    }

    @Override
    public void run() {
        try {
            while (true) {
                serve();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void serve() throws IOException {
        fill(request, requests.source());
        awaitDeadline(request.getLong() + latencyNanos);
        int connection = request.getInt();
        WritableByteChannel to = replies.get(connection);
        repliedNanos.set(connection, clock.getAsLong());
        reply.clear().put(answer(request.getInt())).flip();
        drain(reply, to);
    }

    private void awaitDeadline(long deadline) {
        long left = deadline - clock.getAsLong();
        while (left > 0) {
            LockSupport.parkNanos(this, left);
            left = deadline - clock.getAsLong();
        }
    }

    /** Reads until the buffer is full and turns it over. */
    static void fill(ByteBuffer buffer, ReadableByteChannel from) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new EOFException("the other end of a device's pipe was closed");
            }
        }
        buffer.flip();
    }

    static void drain(ByteBuffer buffer, WritableByteChannel to) throws IOException {
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }
}
