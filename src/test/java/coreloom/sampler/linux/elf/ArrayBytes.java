package coreloom.sampler.linux.elf;

import java.nio.ByteBuffer;

/** The bytes of an array, at a chosen place, as a file or the memory of a process; counts what is read from it. */
public final class ArrayBytes implements Bytes {
    private final byte[] array;
    private final long start;
    private long bytesRead;

    public ArrayBytes(byte[] array) {
        this(array, 0);
    }

    /** {@code start} is where the first byte of the array lies; nothing lies before. */
    public ArrayBytes(byte[] array, long start) {
        this.array = array;
        this.start = start;
    }

    @Override
    public boolean read(long at, ByteBuffer into) {
        long from = at - start;
        bytesRead += into.remaining();
        if (from < 0 || from > array.length || into.remaining() > array.length - from) {
            return false;
        }
        into.put(array, (int) from, into.remaining());
        return true;
    }

    /** How many bytes were asked for. */
    long bytesRead() {
        return bytesRead;
    }
}
