package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The table with which {@code _PyRuntime} begins since 3.13, for debuggers: where the fields lie that this very build has.
 *
 * <pre>
 *   words of 8 bytes                                3.13      3.14 …
 *   "xdebugpy", version, free-threaded              0 1 2     0 1 2
 *   runtime: first interpreter                      5         5
 *   interpreter: size, id, next                     6 7 8     6 7 8
 *   interpreter: pointer to its lock, its own lock  14 15     15 16
 *   its own lock: held, holder                      17 18     18 19
 *   thread state: thread id of the kernel           25        28
 * </pre>
 *
 * @param layout      whether the lock has the field of a free-threaded build
 * @param first       where in the runtime the pointer to the newest interpreter lies
 * @param id          where in an interpreter its number lies; that of the main one is 0
 * @param next        where in an interpreter the pointer to the one before it lies
 * @param lockPointer where in an interpreter the pointer to its lock lies
 * @param lock        where in an interpreter its own lock lies
 * @param tid         where in a thread state the kernel's thread id lies
 */
record DebugOffsets(GilLayout layout, int first, int id, int next, int lockPointer, int lock, int tid) {
    private static final int WORDS = 32;
    private static final long COOKIE = ByteBuffer.wrap("xdebugpy".getBytes(StandardCharsets.US_ASCII))
            .order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    /** Larger than any struct of CPython. */
    private static final long MOST = 1 << 24;
    /** More interpreters are not looked through. */
    private static final int MOST_INTERPRETERS = 1024;

    /** Reads the table at the beginning of the runtime; empty when there is none that agrees with itself. */
    static Optional<DebugOffsets> read(Bytes memory, AddressRange runtime) throws IOException {
        ByteBuffer table = ByteBuffer.allocate(WORDS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (runtime.size() < table.capacity() || !memory.read(runtime.from(), table)) {
            return Optional.empty();
        }
        return parse(table);
    }

    static Optional<DebugOffsets> parse(ByteBuffer table) {
        long minor = word(table, 1) >> 16 & 0xff;
        if (word(table, 0) != COOKIE || minor < 13) {
            return Optional.empty();
        }
        int more = minor == 13 ? 0 : 1;
        GilLayout layout = GilLayout.of(word(table, 2) != 0);
        long size = word(table, 6);
        long lock = word(table, 15 + more);
        boolean agrees = size > 0 && size < MOST && lock > 0 && lock < size
                && word(table, 17 + more) == lock + layout.lockedOffset() && word(table, 18 + more) == lock + layout.holderOffset();
        if (!agrees) {
            return Optional.empty();
        }
        int tid = within(table, minor == 13 ? 25 : 28);
        return Optional.of(new DebugOffsets(layout, within(table, 5), within(table, 7), within(table, 8), within(table, 14 + more),
                (int) lock, tid));
    }

    private static long word(ByteBuffer table, int index) {
        return table.getLong(index * Long.BYTES);
    }

    /** An offset that is not believed is 0, which nothing lies at that is looked for. */
    private static int within(ByteBuffer table, int index) {
        long offset = word(table, index);
        return offset > 0 && offset < MOST && offset % Long.BYTES == 0 ? (int) offset : 0;
    }

    /** The lock of the main interpreter; empty when that is not made yet, or the pointers do not lead there. */
    Optional<GilPlace> lockOfMain(Bytes memory, AddressRange runtime) throws IOException {
        MemoryWord word = new MemoryWord(memory);
        word.read(runtime.from() + first);
        long interpreter = word.value();
        for (int i = 0; i < MOST_INTERPRETERS && word.read(interpreter + id); i++) {
            if (word.value() == 0) {
                return word.read(interpreter + lockPointer) && word.value() == interpreter + lock
                        ? Optional.of(new GilPlace(interpreter + lock, layout, tid)) : Optional.empty();
            }
            word.read(interpreter + next);
            interpreter = word.value();
        }
        return Optional.empty();
    }
}
