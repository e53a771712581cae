package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.ArrayBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Memory with a {@code _PyRuntime} in it, from {@link #FROM} on, into which a test puts locks, tables and interpreters. */
final class FakeRuntime {
    static final long FROM = 0x7f0000100000L;

    private final byte[] array;
    private final ByteBuffer bytes;

    FakeRuntime(int size) {
        array = new byte[size];
        bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    ArrayBytes memory() {
        return new ArrayBytes(array, FROM);
    }

    AddressRange range() {
        return new AddressRange(FROM, FROM + array.length);
    }

    byte[] array() {
        return array;
    }

    FakeRuntime lock(int at, FakeGil lock) {
        lock.into(bytes, at);
        return this;
    }

    FakeRuntime word(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    /**
     * The table for debuggers of that version; an interpreter has its id at 8, its next at 16, its lock's address at 24, its lock at 64.
     */
    FakeRuntime table(int minor, boolean freeThreaded, int firstOffset, int tidOffset) {
        int more = minor == 13 ? 0 : 1;
        GilLayout layout = GilLayout.of(freeThreaded);
        bytes.put(0, "xdebugpy".getBytes(StandardCharsets.US_ASCII));
        entry(1, 0x03000000L | minor << 16 | 0x01f0).entry(2, freeThreaded ? 1 : 0).entry(5, firstOffset);
        entry(6, 1024).entry(7, 8).entry(8, 16).entry(14 + more, 24).entry(15 + more, 64);
        entry(17 + more, 64 + layout.lockedOffset()).entry(18 + more, 64 + layout.holderOffset());
        return entry(minor == 13 ? 25 : 28, tidOffset);
    }

    FakeRuntime entry(int index, long value) {
        return word(index * 8, value);
    }

    /** An interpreter of that number at that place; its lock is its own. */
    FakeRuntime interpreter(int at, long id, long next) {
        return word(at + 8, id).word(at + 16, next).word(at + 24, FROM + at + 64);
    }
}
