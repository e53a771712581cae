package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * One symbol table, entry by entry.
 *
 * <pre>
 *   0     4                     5  6        8      16    24
 *   name  binding·16 + type     …  section  value  size
 * </pre>
 */
final class SymbolTable {
    private static final int ENTRY_BYTES = 24;
    private static final int WINDOW_ENTRIES = 4096;
    /** A table with more is not believed: a hundred times the size of CPython's. */
    private static final long MOST_ENTRIES = 1 << 20;
    private static final int UNDEFINED = 0;
    private static final int NO_TYPE = 0;
    private static final int OBJECT = 1;

    private final ElfBytes bytes;
    private final ElfSection section;

    SymbolTable(ElfBytes bytes, ElfSection section) {
        this.bytes = bytes;
        this.section = section;
    }

    /** Puts the first variable of each of those names into {@code found}, unless the name is there already. */
    void find(NamePlaces names, Map<String, ElfSymbol> found) throws IOException {
        long count = section.size() / ENTRY_BYTES;
        if (section.size() < 0 || count > MOST_ENTRIES) {
            throw new ElfException("has no believable symbol table");
        }
        ByteBuffer window = ByteBuffer.allocate(WINDOW_ENTRIES * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < count; from += WINDOW_ENTRIES) {
            int entries = (int) Math.min(WINDOW_ENTRIES, count - from);
            bytes.fill(section.offset() + from * ENTRY_BYTES, window.limit(entries * ENTRY_BYTES));
            for (int i = 0; i < entries; i++) {
                take(window, i * ENTRY_BYTES, names, found);
            }
        }
    }

    private static void take(ByteBuffer entries, int at, NamePlaces names, Map<String, ElfSymbol> found) {
        int type = entries.get(at + 4) & 0xf;
        if (type != OBJECT && type != NO_TYPE || entries.getShort(at + 6) == UNDEFINED) {
            return;
        }
        String name = names.at(Integer.toUnsignedLong(entries.getInt(at)));
        if (name != null) {
            found.putIfAbsent(name, new ElfSymbol(entries.getLong(at + 8), entries.getLong(at + 16)));
        }
    }
}
