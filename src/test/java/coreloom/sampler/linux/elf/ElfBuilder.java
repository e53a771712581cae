package coreloom.sampler.linux.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a small ELF file of 64 bits.
 *
 * <pre>
 *   0       64               0x1000   0x1100
 *   header  program headers  text     symbols, names, section headers
 * </pre>
 */
public final class ElfBuilder {
    /** Where the text lies in the file; in memory it lies at {@link #TEXT_ADDRESS}. */
    static final int TEXT_OFFSET = 0x1000;
    public static final long TEXT_ADDRESS = 0x1000;
    private static final int TEXT_BYTES = 0x100;
    private static final int OBJECT = 1;

    private record Section(String name, int type, long address, byte[] content, int link, long size) {}

    private record Symbol(String name, int type, int section, long address, long size) {}

    private final List<ElfSegment> segments = new ArrayList<>();
    private final List<Symbol> dynamic = new ArrayList<>();
    private final List<Symbol> debug = new ArrayList<>();
    private final List<Section> extra = new ArrayList<>();
    private final byte[] text = new byte[TEXT_BYTES];
    private int type = 3;
    private int machine = 62;

    public ElfBuilder() {
        segments.add(new ElfSegment(0, 0, TEXT_OFFSET + TEXT_BYTES, TEXT_OFFSET + TEXT_BYTES));
    }

    /** Makes it a program that is not moved, mapped at that address. */
    public ElfBuilder fixed(long address) {
        type = 2;
        segments.set(0, new ElfSegment(0, address, TEXT_OFFSET + TEXT_BYTES, TEXT_OFFSET + TEXT_BYTES));
        return this;
    }

    ElfBuilder machine(int number) {
        machine = number;
        return this;
    }

    /** A further segment, of variables that begin as zeros. */
    public ElfBuilder variables(long address, long size) {
        segments.add(new ElfSegment(TEXT_OFFSET + TEXT_BYTES, address, 0, size));
        return this;
    }

    /** Puts bytes into the text. */
    public ElfBuilder text(int at, byte[] bytes) {
        System.arraycopy(bytes, 0, text, at, bytes.length);
        return this;
    }

    /** A variable in the table that is there at run time. */
    public ElfBuilder dynamic(String name, long address, long size) {
        dynamic.add(new Symbol(name, OBJECT, 1, address, size));
        return this;
    }

    /** Something else in the table that is there at run time. */
    ElfBuilder dynamicOther(String name, int symbolType, int section) {
        dynamic.add(new Symbol(name, symbolType, section, 0x666, 8));
        return this;
    }

    /** A variable in the table for debuggers. */
    public ElfBuilder debug(String name, long address, long size) {
        debug.add(new Symbol(name, OBJECT, 1, address, size));
        return this;
    }

    /** A section without content of its own. */
    public ElfBuilder section(String name, long address, long size) {
        extra.add(new Section(name, 8, address, new byte[0], 0, size));
        return this;
    }

    public byte[] build() {
        List<Section> sections = new ArrayList<>(List.of(new Section("", 0, 0, new byte[0], 0, 0)));
        sections.addAll(extra);
        table(".dynsym", ElfSection.DYNAMIC_SYMBOLS, dynamic, sections);
        table(".symtab", ElfSection.SYMBOLS, debug, sections);
        sections.add(new Section(".shstrtab", ElfSection.STRINGS, 0, names(sections, ".shstrtab"), 0, -1));
        return file(sections);
    }

    private static void table(String name, int sectionType, List<Symbol> symbols, List<Section> sections) {
        if (symbols.isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder("\0");
        ByteBuffer entries = buffer((symbols.size() + 1) * 24);
        entries.position(24);
        for (Symbol symbol : symbols) {
            int existing = names.indexOf(symbol.name() + "\0");
            entries.putInt(existing >= 0 ? existing : names.length()).put((byte) (16 + symbol.type())).put((byte) 0);
            entries.putShort((short) symbol.section()).putLong(symbol.address()).putLong(symbol.size());
            names.append(existing >= 0 ? "" : symbol.name() + "\0");
        }
        sections.add(new Section(name, sectionType, 0, entries.array(), sections.size() + 1, -1));
        sections.add(new Section(".names", ElfSection.STRINGS, 0, names.toString().getBytes(StandardCharsets.US_ASCII), 0, -1));
    }

    private static byte[] names(List<Section> sections, String own) {
        StringBuilder names = new StringBuilder();
        sections.forEach(section -> names.append(section.name()).append('\0'));
        return names.append(own).append('\0').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] file(List<Section> sections) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteBuffer headers = buffer(sections.size() * ElfHeader.SECTION_BYTES);
        int name = 0;
        for (Section section : sections) {
            int at = headers.position();
            headers.putInt(name).putInt(section.type()).putLong(0).putLong(section.address());
            headers.putLong(TEXT_OFFSET + TEXT_BYTES + content.size())
                    .putLong(section.size() < 0 ? section.content().length : section.size());
            headers.putInt(section.link()).position(at + ElfHeader.SECTION_BYTES);
            content.writeBytes(section.content());
            name += section.name().length() + 1;
        }
        ByteBuffer file = buffer(TEXT_OFFSET + TEXT_BYTES + content.size() + headers.capacity());
        file.put(header(sections.size(), file.capacity() - headers.capacity()));
        segments.forEach(segment -> put(segment, file));
        file.position(TEXT_OFFSET);
        return file.put(text).put(content.toByteArray()).put(headers.flip().limit(headers.capacity())).array();
    }

    private byte[] header(int sections, long sectionsAt) {
        ByteBuffer header = buffer(64);
        header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        header.putShort((short) type).putShort((short) machine).putInt(1).putLong(0).putLong(64).putLong(sectionsAt).putInt(0)
                .putShort((short) 64);
        header.putShort((short) ElfHeader.SEGMENT_BYTES).putShort((short) segments.size());
        return header.putShort((short) ElfHeader.SECTION_BYTES).putShort((short) sections).putShort((short) (sections - 1)).array();
    }

    private static void put(ElfSegment segment, ByteBuffer file) {
        file.putInt(1).putInt(6).putLong(segment.offset()).putLong(segment.address()).putLong(segment.address());
        file.putLong(segment.fileSize()).putLong(segment.memorySize()).putLong(0x1000);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
