package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The answering worker's end of its connection to the {@link Asker}: a request and its reply are two blocking calls, a read and a write of one
 * byte each; or for one who must not block, as many looks as it takes. Used by one thread; its first call accepts the connection.
 */
final class Answering {
    private final Path socket;
    private final ServerSocketChannel listener;
    private final ByteBuffer request = ByteBuffer.allocateDirect(1);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(1);
    private final BlockingCall read = this::read;
    private final BlockingCall write = this::write;
    private SocketChannel connection;

    /**
     * Listens there.
     *
     * @throws IOException when that cannot be
     */
    Answering(Path socket) throws IOException {
        this.socket = socket;
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket), 1);
    }

    /** The byte of the next request, 0 to 255. */
    int receive(Context context) throws IOException {
        context.blocking(WaitKind.IO, read);
        return request.get(0) & 0xFF;
    }

    /** Replies with the lowest byte of that number. */
    void reply(long value, Context context) throws IOException {
        reply.put(0, (byte) value);
        context.blocking(WaitKind.IO, write);
    }

    /** The connection; where nobody has connected yet, waits for that. */
    SocketChannel connection() throws IOException {
        if (connection == null) {
            connection = listener.accept();
            listener.close();
            Files.deleteIfExists(socket);
        }
        return connection;
    }

    /**
     * The byte of the next request without waiting and without counting a wait, for a connection that does not block.
     *
     * @return -1 when there is none yet
     */
    int poll() throws IOException {
        int bytes = connection().read(request.clear());
        if (bytes < 0) {
            throw gone();
        }
        return bytes == 0 ? -1 : request.get(0) & 0xFF;
    }

    /** Replies without counting a wait: there is always room for one byte. */
    void post(long value) throws IOException {
        reply.put(0, (byte) value);
        write();
    }

    private void read() throws IOException {
        if (connection().read(request.clear()) < 0) {
            throw gone();
        }
    }

    private void write() throws IOException {
        IoDevice.drain(reply.clear(), connection());
    }

    private static EOFException gone() {
        return new EOFException("the process that asks is gone");
    }
}
