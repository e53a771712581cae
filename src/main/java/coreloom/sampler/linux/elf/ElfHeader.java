package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The beginning of an ELF file, of 64 bits and little-endian, for x86-64 or aarch64.
 *
 * <pre>
 *   0         4      5       16    18       32      40      54     56     58     60     62    64
 *   7f E L F  class  order … type  machine  … phoff   shoff …  phsize phnum  shsize shnum  names
 * </pre>
 *
 * @param moved         whether it is mapped anywhere (ET_DYN), not only at its own addresses (ET_EXEC)
 * @param segments      where the program headers lie
 * @param segmentCount  their number
 * @param sections      where the section headers lie; 0 when there are none
 * @param sectionCount  their number
 * @param sectionNames  which of them holds the names of all
 */
record ElfHeader(boolean moved, long segments, int segmentCount, long sections, int sectionCount, int sectionNames) {
    static final int SEGMENT_BYTES = 56;
    static final int SECTION_BYTES = 64;
    private static final int BYTES = 64;
    private static final int MAGIC = 0x464c457f;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int EXECUTABLE = 2;
    private static final int SHARED = 3;
    private static final int X86_64 = 62;
    private static final int AARCH64 = 183;

    static ElfHeader read(ElfBytes bytes) throws IOException {
        ByteBuffer header = bytes.read(0, BYTES);
        if (header.getInt(0) != MAGIC) {
            throw new ElfException("is no ELF file");
        }
        int machine = unsigned(header, 18);
        if (header.get(4) != CLASS_64 || header.get(5) != LITTLE_ENDIAN || machine != X86_64 && machine != AARCH64) {
            throw new ElfException("is for another kind of machine than x86-64 or aarch64");
        }
        int type = unsigned(header, 16);
        if (type != EXECUTABLE && type != SHARED) {
            throw new ElfException("is neither a program nor a shared library");
        }
        return new ElfHeader(type == SHARED, header.getLong(32), count(header, 54, SEGMENT_BYTES), header.getLong(40),
                count(header, 58, SECTION_BYTES), unsigned(header, 62));
    }

    /** The count behind an entry size, which has to be the one we know wherever there are entries. */
    private static int count(ByteBuffer header, int at, int size) throws ElfException {
        int count = unsigned(header, at + 2);
        if (count > 0 && unsigned(header, at) != size) {
            throw new ElfException("has headers of a size that is not known");
        }
        return count;
    }

    private static int unsigned(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }
}
