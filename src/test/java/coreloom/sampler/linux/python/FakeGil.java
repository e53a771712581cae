package coreloom.sampler.linux.python;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a lock, as a C library lays them out. */
final class FakeGil {
    /** Whose condition variables and mutexes. */
    enum Library {
        GLIBC(36, 40),
        GLIBC_2_41(28, 40),
        GLIBC_AARCH64(36, 48),
        MUSL(16, 40);

        private final int clock;
        private final int mutexBytes;

        Library(int clock, int mutexBytes) {
            this.clock = clock;
            this.mutexBytes = mutexBytes;
        }
    }

    private final GilLayout layout;
    private final ByteBuffer bytes = ByteBuffer.allocate(GilLayout.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** A lock in use with the default switch interval. */
    FakeGil(GilLayout layout, Library library) {
        this.layout = layout;
        int at = shift() + 32;
        for (int pair = 0; pair < 2; pair++) {
            bytes.putInt(at + library.clock, library == Library.MUSL ? 1 : 2 * 8 + 2);
            at += 48 + library.mutexBytes;
        }
        interval(5000).holder(0x7f0012345678L).locked(1).handoffs(42).enabled(1);
    }

    static FakeGil plain() {
        return new FakeGil(GilLayout.PLAIN, Library.GLIBC);
    }

    private int shift() {
        return layout.holderOffset() - 8;
    }

    FakeGil interval(long micros) {
        bytes.putLong(shift(), micros);
        return this;
    }

    FakeGil holder(long threadState) {
        bytes.putLong(layout.holderOffset(), threadState);
        return this;
    }

    FakeGil locked(int value) {
        bytes.putInt(layout.lockedOffset(), value);
        return this;
    }

    FakeGil handoffs(long count) {
        bytes.putLong(shift() + 24, count);
        return this;
    }

    FakeGil enabled(int value) {
        if (layout == GilLayout.FREE_THREADED) {
            bytes.putInt(0, value);
        }
        return this;
    }

    /** Overwrites a word of 4 bytes. */
    FakeGil word(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    ByteBuffer buffer() {
        return bytes;
    }

    /** Writes it into memory. */
    void into(ByteBuffer memory, int at) {
        memory.put(at, bytes.array());
    }
}
