package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.ElfSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The mapped file that holds the interpreter of a process: {@code libpython3.X.so.1.0}, or the program itself where it was linked
 * statically.
 *
 * @param name     what its name tells
 * @param first    its mapping with the lowest address
 * @param writable its variables as they are mapped: those with initial values come from the file, the zeros behind them from nowhere;
 *                 ascending, parts that touch joined
 */
record RuntimeFile(PythonName name, Mapping first, List<AddressRange> writable) {
    /** Segments begin at a page, and no page is larger. */
    private static final long MOST_PAGE_BYTES = 1 << 16;

    /** Finds it among the mappings of a process; empty when that is no CPython. */
    static Optional<RuntimeFile> in(List<Mapping> mappings) {
        return in(mappings, true).or(() -> in(mappings, false));
    }

    private static Optional<RuntimeFile> in(List<Mapping> mappings, boolean library) {
        for (Mapping mapping : mappings) {
            Optional<PythonName> name = PythonName.of(mapping.fileName()).filter(found -> found.library() == library);
            if (mapping.executable() && mapping.file().inode() != 0 && name.isPresent()) {
                return Optional.of(of(name.get(), mapping, mappings));
            }
        }
        return Optional.empty();
    }

    private static RuntimeFile of(PythonName name, Mapping code, List<Mapping> mappings) {
        Mapping first = null;
        List<AddressRange> writable = new ArrayList<>();
        boolean behind = false;
        for (Mapping mapping : mappings) {
            boolean own = mapping.file().equals(code.file()) && mapping.path().equals(code.path());
            boolean zeros = behind && mapping.anonymous() && writable.get(writable.size() - 1).to() == mapping.range().from();
            first = own && first == null ? mapping : first;
            behind = mapping.writable() && (own || zeros);
            if (behind) {
                join(writable, mapping.range());
            }
        }
        return new RuntimeFile(name, first, List.copyOf(writable));
    }

    private static void join(List<AddressRange> ranges, AddressRange next) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).to() == next.from()) {
            ranges.set(last, new AddressRange(ranges.get(last).from(), next.to()));
        } else {
            ranges.add(next);
        }
    }

    /** By how much the addresses in the file have to be moved to be those of the process; empty when the two do not fit together. */
    OptionalLong moved(List<ElfSegment> segments) {
        if (segments.isEmpty()) {
            return OptionalLong.empty();
        }
        ElfSegment lowest = segments.get(0);
        long intoPage = lowest.offset() - first.offset();
        if (intoPage < 0 || intoPage >= MOST_PAGE_BYTES) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(first.range().from() + intoPage - lowest.address());
    }

    /** Whether those are variables of it. */
    boolean holds(AddressRange variables) {
        return writable.stream().anyMatch(range -> range.contains(variables));
    }
}
