package coreloom.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Standard input by way of a channel: closing it frees whoever waits in it. A thread that waits in a plain stream cannot be freed, and the
 * JVM would give it 300 ms at its own end.
 */
final class TerminalInput extends InputStream {
    private final FileInputStream stream = new FileInputStream(FileDescriptor.in);
    private final FileChannel channel = stream.getChannel();

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public int available() throws IOException {
        return stream.available();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
