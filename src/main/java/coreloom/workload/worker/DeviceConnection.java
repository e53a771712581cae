package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongSupplier;

/** One worker's connection to an {@link IoDevice}: a question and its reply are two blocking calls, a write and a read. */
final class DeviceConnection {
    private final int number;
    private final WritableByteChannel requests;
    private final ReadableByteChannel replies;
    private final LongSupplier clock;
    private final ByteBuffer request = ByteBuffer.allocateDirect(IoDevice.REQUEST_BYTES);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(1);
    private final BlockingCall write = this::write;
    private final BlockingCall read = this::read;
    private int question;

    DeviceConnection(int number, WritableByteChannel requests, ReadableByteChannel replies, LongSupplier clock) {
        this.number = number;
        this.requests = requests;
        this.replies = replies;
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

    private void write() throws IOException {
        request.clear().putLong(clock.getAsLong()).putInt(number).putInt(question).flip();
        IoDevice.drain(request, requests);
    }

    private void read() throws IOException {
        IoDevice.fill(reply, replies);
    }
}
