package coreloom.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Collects the bytes of a frame and hands them on in one write when flushed. Used under the session's lock. */
final class FrameStream extends OutputStream {
    private static final int FIRST_SIZE_BYTES = 1 << 15;

    private final OutputStream target;
    private byte[] bytes = new byte[FIRST_SIZE_BYTES];
    private int length;
    private volatile long writtenBytes;

    FrameStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        for (int i = 0; i < count; i++) {
            write(source[offset + i]);
        }
    }

    /** Writes a number in decimal digits. */
    void number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        write('0' + value % 10);
    }

    /** Writes the bytes of an ASCII text. */
    void text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            write(ascii.charAt(i));
        }
    }

    /** How many bytes wait to be flushed. */
    int length() {
        return length;
    }

    /** Forgets all bytes but the first {@code keep}. */
    void truncate(int keep) {
        length = keep;
    }

    /** Hands everything on in one write; what a failed write leaves is dropped. */
    @Override
    public void flush() throws IOException {
        int count = length;
        length = 0;
        if (count > 0) {
            target.write(bytes, 0, count);
            target.flush();
            writtenBytes += count;
        }
    }

    /** Bytes handed on so far. May be asked from any thread. */
    long writtenBytes() {
        return writtenBytes;
    }
}
