package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import coreloom.sampler.linux.elf.ElfFile;
import coreloom.sampler.linux.elf.ElfSegment;
import coreloom.sampler.linux.elf.ElfSymbol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the file of an interpreter tells, the same for all processes that run it.
 *
 * @param version  the version, to the patch level where the file tells it
 * @param moved    whether it may be mapped anywhere
 * @param segments its parts that are mapped
 * @param runtime  where {@code _PyRuntime} lies, the variable that holds the state of the interpreter; empty when the file was built not
 *                 to tell
 */
record RuntimeBinary(PythonVersion version, boolean moved, List<ElfSegment> segments, Optional<ElfSymbol> runtime) {
    /** A larger runtime is not believed: twenty times that of CPython 3.12. */
    private static final long MOST_RUNTIME_BYTES = 1 << 23;
    private static final String RUNTIME = "_PyRuntime";
    private static final String RUNTIME_SECTION = ".PyRuntime";
    /** An {@code unsigned long} since 3.11. */
    private static final String VERSION = "Py_Version";

    static RuntimeBinary read(Bytes file, PythonName name) throws IOException {
        ElfFile elf = ElfFile.of(file);
        Map<String, ElfSymbol> variables = elf.variables(Set.of(RUNTIME, VERSION));
        ElfSymbol symbol = variables.get(RUNTIME);
        Optional<ElfSymbol> runtime = symbol == null ? elf.section(RUNTIME_SECTION) : Optional.of(symbol);
        return new RuntimeBinary(version(file, elf, name, variables.get(VERSION)), elf.moved(), elf.segments(),
                runtime.filter(place -> place.size() > 0 && place.size() <= MOST_RUNTIME_BYTES));
    }

    private static PythonVersion version(Bytes file, ElfFile elf, PythonName name, ElfSymbol symbol) throws IOException {
        PythonVersion named = PythonVersion.of(name);
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (ElfSegment segment : elf.segments()) {
            if (symbol != null && symbol.size() == Long.BYTES && segment.stores(symbol)
                    && file.read(segment.offset() + symbol.address() - segment.address(), word)) {
                return named.withHex(word.getLong(0));
            }
        }
        return VersionText.find(file, elf.segments(), named);
    }
}
