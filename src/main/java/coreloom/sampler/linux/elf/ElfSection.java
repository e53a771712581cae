package coreloom.sampler.linux.elf;

import java.nio.ByteBuffer;

/**
 * One section header.
 *
 * @param name    where its name begins in the table of names
 * @param type    what it holds (SHT_…)
 * @param address where it lies in memory, before the file is moved
 * @param offset  where it lies in the file
 * @param size    bytes
 * @param link    the section that belongs to it: the names of a symbol table
 */
record ElfSection(long name, int type, long address, long offset, long size, long link) {
    static final int SYMBOLS = 2;
    static final int STRINGS = 3;
    static final int DYNAMIC_SYMBOLS = 11;

    /** Reads the header at the buffer's position and moves it behind. */
    static ElfSection next(ByteBuffer headers) {
        int at = headers.position();
        headers.position(at + ElfHeader.SECTION_BYTES);
        return new ElfSection(Integer.toUnsignedLong(headers.getInt(at)), headers.getInt(at + 4), headers.getLong(at + 16),
                headers.getLong(at + 24), headers.getLong(at + 32), Integer.toUnsignedLong(headers.getInt(at + 40)));
    }
}
