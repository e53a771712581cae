package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongSupplier;

/** Asks an {@link IoDevice} and waits for its reply: two blocking calls a unit, a write and a read. */
final class IoKernel implements Kernel {
    private final int connection;
    private final WritableByteChannel requests;
    private final ReadableByteChannel replies;
    private final LongSupplier clock;
    private final ByteBuffer request = ByteBuffer.allocateDirect(IoDevice.REQUEST_BYTES);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(1);
    private final BlockingCall send = this::send;
    private final BlockingCall receive = this::receive;
    private int question;
    private long value;

    IoKernel(int connection, WritableByteChannel requests, ReadableByteChannel replies, LongSupplier clock) {
        this.connection = connection;
        this.requests = requests;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public long unit(Context context) throws IOException {
        question++;
        context.blocking(WaitKind.IO, send);
        context.blocking(WaitKind.IO, receive);
        value = value * 31 + reply.get();
        return value;
    }

    private void send() throws IOException {
        request.clear().putLong(clock.getAsLong()).putInt(connection).putInt(question).flip();
        IoDevice.drain(request, requests);
    }

    private void receive() throws IOException {
        IoDevice.fill(reply, replies);
    }
}
