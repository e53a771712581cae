package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongSupplier;

/**
 * One worker's connection to an {@link IoDevice}: a question and its reply are two blocking calls, a write and a read; or for one who must not
 * block, a write and as many looks as it takes.
 */
final class DeviceConnection {
    private final int number;
    private final WritableByteChannel requests;
    private final Pipe.SourceChannel replies;
    private final LongSupplier replied;
    private final LongSupplier clock;
    private final ByteBuffer request = ByteBuffer.allocateDirect(IoDevice.REQUEST_BYTES);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(1);
    private final BlockingCall write = this::write;
    private final BlockingCall read = this::read;
    private int question;

    /** @param replied when the device replied last, monotonic ns */
    DeviceConnection(int number, WritableByteChannel requests, Pipe.SourceChannel replies, LongSupplier replied, LongSupplier clock) {
        this.number = number;
        this.requests = requests;
        this.replies = replies;
        this.replied = replied;
        this.clock = clock;
    }

    void send(int what, Context context) throws IOException {
        question = what;
        context.blocking(WaitKind.IO, write);
    }

    byte receive(Context context) throws IOException {
        context.blocking(WaitKind.IO, read);
        return reply.get();
    }

    /** Sends a question without counting that as a wait. */
    void post(int what) throws IOException {
        question = what;
        write();
    }

    /** What is to be watched for replies; {@link #poll} needs it not to block. */
    SelectableChannel replies() {
        return replies;
    }

    /** Whether the reply is there: then it has been read. */
    boolean poll() throws IOException {
        reply.clear();
        int bytes = replies.read(reply);
        if (bytes < 0) {
            throw new EOFException("the other end of a device's pipe was closed");
        }
        reply.flip();
        return bytes > 0;
    }

    /** The reply that was read by {@link #poll}. */
    byte reply() {
        return reply.get();
    }

    /** When the device replied last, monotonic ns. */
    long repliedNanos() {
        return replied.getAsLong();
    }

    private void write() throws IOException {
        request.clear().putLong(clock.getAsLong()).putInt(number).putInt(question).flip();
        IoDevice.drain(request, requests);
    }

    private void read() throws IOException {
        IoDevice.fill(reply, replies);
    }
}
