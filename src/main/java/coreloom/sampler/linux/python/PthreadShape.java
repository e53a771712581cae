package coreloom.sampler.linux.python;

import java.nio.ByteBuffer;

/**
 * What the C libraries' locks look like in memory, as far as it holds at every moment: for finding a struct that contains some.
 *
 * <pre>
 *   condition variable, 48 bytes, made for the monotonic clock as CPython's are:
 *     glibc 2.25–2.40   36: waiters · 8 + clock · 2 + shared          clock 1, shared 0
 *     glibc 2.41 …      28: the same
 *     musl               0: shared, 8 bytes     16: clock            shared 0, clock 1
 *   mutex, 40 bytes, or 48 with glibc on aarch64; neither recursive nor robust nor shared:
 *                        0: 0 free, 1 held, 2 awaited     16: kind 0     24, 32: list of robust ones, 0
 * </pre>
 */
final class PthreadShape {
    static final int CONDITION_BYTES = 48;
    private static final int MOST_WAITERS = 1 << 20;

    private PthreadShape() {}

    static boolean condition(ByteBuffer bytes, int at) {
        return glibcWaiters(bytes.getInt(at + 36)) || glibcWaiters(bytes.getInt(at + 28)) || bytes.getLong(at) == 0
                && bytes.getInt(at + 16) == 1;
    }

    private static boolean glibcWaiters(int word) {
        return (word & 7) == 2 && word >>> 3 < MOST_WAITERS;
    }

    static boolean mutex(ByteBuffer bytes, int at) {
        int held = bytes.getInt(at);
        return held >= 0 && held <= 2 && bytes.getInt(at + 16) == 0 && bytes.getLong(at + 24) == 0 && bytes.getLong(at + 32) == 0;
    }
}
