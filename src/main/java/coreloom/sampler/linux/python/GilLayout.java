package coreloom.sampler.linux.python;

import java.nio.ByteBuffer;

/**
 * The fields of the lock, {@code struct _gil_runtime_state} (CPython 3.8 to 3.14, Include/internal/pycore_gil.h), on 64 bits.
 *
 * <pre>
 *   plain          0         8            16      24             32    80     120          168
 *   free-threaded  8         16           24      32             40    88     128          176       and at 0: enabled
 *                  interval  last_holder  locked  switch_number  cond  mutex  switch_cond  switch_mutex
 *                  µs        pointer      −1 0 1  count
 * </pre>
 * A mutex takes 40 bytes, or 48 with glibc on aarch64. {@code locked} is −1 before the lock is made and after it is destroyed.
 */
enum GilLayout {
    PLAIN(0),
    FREE_THREADED(8);

    /** The fields that are read again and again. */
    static final int FIELD_BYTES = 40;
    /** The whole struct, at its largest. */
    static final int BYTES = 232;
    private static final int MUTEX_BYTES = 40;
    private static final int WIDE_MUTEX_BYTES = 48;
    private static final long LONGEST_INTERVAL_MICROS = 10_000_000;
    /** A thousand handoffs a microsecond for a year are fewer. */
    private static final long MOST_HANDOFFS = 1L << 55;

    private final int shift;

    GilLayout(int shift) {
        this.shift = shift;
    }

    static GilLayout of(boolean freeThreaded) {
        return freeThreaded ? FREE_THREADED : PLAIN;
    }

    /** How far the holder lies behind the beginning of the struct. */
    int holderOffset() {
        return shift + 8;
    }

    /** How far the word that tells whether it is held lies behind the beginning of the struct. */
    int lockedOffset() {
        return shift + 16;
    }

    boolean enabled(ByteBuffer bytes, int at) {
        return shift == 0 || bytes.getInt(at) != 0;
    }

    long intervalMicros(ByteBuffer bytes, int at) {
        return bytes.getLong(at + shift);
    }

    /** The thread state that held it last. */
    long holder(ByteBuffer bytes, int at) {
        return bytes.getLong(at + holderOffset());
    }

    boolean held(ByteBuffer bytes, int at) {
        return bytes.getInt(at + lockedOffset()) == 1;
    }

    long handoffs(ByteBuffer bytes, int at) {
        return bytes.getLong(at + shift + 24);
    }

    /** Whether the fields of a lock that is in use can lie there. */
    boolean plausibleFields(ByteBuffer bytes, int at) {
        long interval = intervalMicros(bytes, at);
        long holder = holder(bytes, at);
        int locked = bytes.getInt(at + lockedOffset());
        long handoffs = handoffs(bytes, at);
        return interval >= 1 && interval <= LONGEST_INTERVAL_MICROS && (holder == 0 || MemoryWord.pointer(holder))
                && locked >= 0 && locked <= 1 && handoffs >= 0 && handoffs < MOST_HANDOFFS && (shift == 0 || bytes.getInt(at) >= 0);
    }

    /** Whether all of a lock that is in use can lie there. Bytes beyond the buffer's limit are none of it. */
    boolean plausible(ByteBuffer bytes, int at) {
        return at + shift + 32 <= bytes.limit() && plausibleFields(bytes, at)
                && (plausibleLocks(bytes, at + shift + 32, MUTEX_BYTES) || plausibleLocks(bytes, at + shift + 32, WIDE_MUTEX_BYTES));
    }

    private static boolean plausibleLocks(ByteBuffer bytes, int at, int mutexBytes) {
        int mutex = at + PthreadShape.CONDITION_BYTES;
        int switchCondition = mutex + mutexBytes;
        int switchMutex = switchCondition + PthreadShape.CONDITION_BYTES;
        return switchMutex + mutexBytes <= bytes.limit() && PthreadShape.condition(bytes, at) && PthreadShape.mutex(bytes, mutex)
                && PthreadShape.condition(bytes, switchCondition) && PthreadShape.mutex(bytes, switchMutex);
    }
}
