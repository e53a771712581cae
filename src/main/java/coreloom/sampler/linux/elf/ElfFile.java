package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an ELF file tells of its segments, sections and variables. Nothing in it is trusted: a file that is cut or lies about a size is
 * refused with an {@link ElfException}, and no size in it makes us read or keep more than a bounded amount. For one thread.
 */
public final class ElfFile {
    private static final int MOST_SEGMENTS = 256;
    private static final int MOST_SECTIONS = 4096;
    private static final int LOAD = 1;

    private final ElfBytes bytes;
    private final ElfHeader header;
    private final List<ElfSegment> segments;

    private ElfFile(ElfBytes bytes, ElfHeader header, List<ElfSegment> segments) {
        this.bytes = bytes;
        this.header = header;
        this.segments = segments;
    }

    /** Reads the headers. {@code file} is read from again whenever something is asked for. */
    public static ElfFile of(Bytes file) throws IOException {
        ElfBytes bytes = new ElfBytes(file);
        ElfHeader header = ElfHeader.read(bytes);
        return new ElfFile(bytes, header, segments(bytes, header));
    }

    private static List<ElfSegment> segments(ElfBytes bytes, ElfHeader header) throws IOException {
        ByteBuffer table = bytes.table(header.segments(), header.segmentCount(), ElfHeader.SEGMENT_BYTES, MOST_SEGMENTS);
        List<ElfSegment> segments = new ArrayList<>();
        for (int at = 0; at < table.limit(); at += ElfHeader.SEGMENT_BYTES) {
            if (table.getInt(at) == LOAD) {
                segments.add(new ElfSegment(table.getLong(at + 8), table.getLong(at + 16), table.getLong(at + 32), table.getLong(at + 40)));
            }
        }
        return List.copyOf(segments);
    }

    /** Whether it may be mapped anywhere, as libraries and position-independent programs are. */
    public boolean moved() {
        return header.moved();
    }

    /** The parts that are mapped, in the order of the file, which is that of their addresses. */
    public List<ElfSegment> segments() {
        return segments;
    }

    /** Where those variables are; the symbols that are there at run time are asked before those for debuggers. Absent ones are left out. */
    public Map<String, ElfSymbol> variables(Collection<String> names) throws IOException {
        Map<String, ElfSymbol> found = new HashMap<>();
        List<ElfSection> sections = sections();
        find(ElfSection.DYNAMIC_SYMBOLS, sections, names, found);
        if (found.size() < names.size()) {
            find(ElfSection.SYMBOLS, sections, names, found);
        }
        return found;
    }

    private void find(int type, List<ElfSection> sections, Collection<String> names, Map<String, ElfSymbol> found) throws IOException {
        ElfSection table = sections.stream().filter(section -> section.type() == type).findFirst().orElse(null);
        if (table == null) {
            return;
        }
        NamePlaces places = NamePlaces.find(bytes, at(sections, table.link()), names);
        if (!places.isEmpty()) {
            new SymbolTable(bytes, table).find(places, found);
        }
    }

    /** Where a section lies in memory. */
    public Optional<ElfSymbol> section(String name) throws IOException {
        List<ElfSection> sections = sections();
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        NamePlaces places = NamePlaces.find(bytes, at(sections, header.sectionNames()), List.of(name));
        return sections.stream().filter(section -> places.at(section.name()) != null && section.address() != 0)
                .map(section -> new ElfSymbol(section.address(), section.size())).findFirst();
    }

    private List<ElfSection> sections() throws IOException {
        ByteBuffer table = bytes.table(header.sections(), header.sectionCount(), ElfHeader.SECTION_BYTES, MOST_SECTIONS);
        List<ElfSection> sections = new ArrayList<>();
        while (table.hasRemaining()) {
            sections.add(ElfSection.next(table));
        }
        return sections;
    }

    private static ElfSection at(List<ElfSection> sections, long index) throws ElfException {
        if (index >= sections.size()) {
            throw new ElfException("names a section that it does not have");
        }
        return sections.get((int) index);
    }
}
