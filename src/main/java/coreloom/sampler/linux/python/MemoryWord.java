package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One word of the memory of a process, as last read. Reused, so that following a pointer allocates nothing. For one thread. */
final class MemoryWord {
    /** Below the first page that may be mapped, and above what any kernel gives to a program, no pointer is believed. */
    private static final long LOWEST = 1 << 12;
    private static final long HIGHEST = 1L << 56;

    private final Bytes memory;
    private final ByteBuffer word = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    MemoryWord(Bytes memory) {
        this.memory = memory;
    }

    /** Reads the word; false when it cannot be read, and then {@link #value} is 0. */
    boolean read(long address) throws IOException {
        boolean read = pointer(address) && memory.read(address, word.clear());
        if (!read) {
            word.putLong(0, 0);
        }
        return read;
    }

    long value() {
        return word.getLong(0);
    }

    /** Whether a struct of CPython could lie there. */
    static boolean pointer(long value) {
        return value >= LOWEST && value < HIGHEST && value % Long.BYTES == 0;
    }
}
