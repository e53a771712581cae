package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads pieces of an ELF file; sizes and places come from the file itself and are bounded before anything is read. */
final class ElfBytes {
    private final Bytes bytes;

    ElfBytes(Bytes bytes) {
        this.bytes = bytes;
    }

    /** That many bytes, little-endian, from {@code at} on. */
    ByteBuffer read(long at, int size) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        fill(at, piece);
        return piece;
    }

    /** Fills the buffer from 0 to its limit. */
    void fill(long at, ByteBuffer piece) throws IOException {
        piece.rewind();
        if (at < 0 || !bytes.read(at, piece)) {
            throw new ElfException("ends before what it announces");
        }
        piece.flip();
    }

    /** A table of {@code count} entries of {@code size} bytes. */
    ByteBuffer table(long at, long count, int size, long most) throws IOException {
        if (count < 0 || count > most) {
            throw new ElfException("announces " + Long.toUnsignedString(count) + " entries where " + most
                    + " are the most that is believed");
        }
        return read(at, (int) count * size);
    }
}
