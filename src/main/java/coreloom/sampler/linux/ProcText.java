package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The text of one small file, as last read. Reused for every file, so that a reading allocates nothing; for one thread. */
public final class ProcText {
    /** More than the longest file read this way: a {@code stat} line has 52 numbers. */
    private static final int CAPACITY = 4096;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY);
    private final byte[] bytes = new byte[CAPACITY];
    private int length;

    /** Reads the file from its beginning, wherever it was read before. */
    void read(FileChannel channel) throws IOException {
        buffer.clear();
        length = Math.max(0, channel.read(buffer, 0));
        buffer.get(0, bytes, 0, length);
    }

    /** The text, in its first {@link #length} bytes. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }
}
