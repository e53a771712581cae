package coreloom.sampler.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * {@code clock_gettime(2)} with the clock of another process, which any process may read. The number of that clock is part of the
 * kernel's interface ({@code CPUCLOCK_SCHED} of {@code linux/posix-timers.h}). The C library is loaded by the first reading; a further one
 * allocates nothing. For one thread.
 */
final class KernelProcessClock implements ProcessClock {
    private boolean broken;

    @Override
    public long nanos(int pid) {
        if (broken) {
            return UNKNOWN;
        }
        try {
            return Library.nanos(pid);
        } catch (LinkageError cannotLoad) {
            broken = true;
            return UNKNOWN;
        }
    }

    /** All that touches JNA, so that it is loaded by nothing but a reading. */
    private static final class Library {
        private static final int SCHEDULER_CLOCK = 2;
        private static final int PID_SHIFT = 3;
        private static final long NANOS = 1_000_000_000L;
        /** A {@code timespec} is two longs where a long has 64 bits; elsewhere this clock is not read. */
        private static final Memory TIME = new Memory(2 * Long.BYTES);
        private static final boolean KNOWN_LAYOUT = Native.LONG_SIZE == Long.BYTES;

        static {
            Native.register(Library.class, Platform.C_LIBRARY_NAME);
        }

        static long nanos(int pid) {
            if (!KNOWN_LAYOUT || clock_gettime(~pid << PID_SHIFT | SCHEDULER_CLOCK, TIME) != 0) {
                return UNKNOWN;
            }
            return TIME.getLong(0) * NANOS + TIME.getLong(Long.BYTES);
        }

        static native int clock_gettime(int clock, Pointer time);
    }
}
