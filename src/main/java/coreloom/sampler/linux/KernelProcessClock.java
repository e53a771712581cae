package coreloom.sampler.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * {@code clock_gettime(2)} with the clock of another process, which any process may read. The number of that clock is part of the
 * kernel's interface ({@code CPUCLOCK_SCHED} of {@code linux/posix-timers.h}). The C library is loaded by the first reading; a further one
 * allocates nothing.
 */
final class KernelProcessClock implements ProcessClock {
    private static final int SCHEDULER_CLOCK = 2;
    private static final int PID_SHIFT = 3;
    private static final long NANOS = 1_000_000_000L;
    /** A {@code timespec} is two longs where a long has 64 bits. */
    private static final int TIME_BYTES = 2 * Long.BYTES;

    private boolean tried;
    private Memory time;

    @Override
    public long nanos(int pid) {
        if (!tried) {
            tried = true;
            load();
        }
        if (time == null || Clock.clock_gettime(~pid << PID_SHIFT | SCHEDULER_CLOCK, time) != 0) {
            return UNKNOWN;
        }
        return time.getLong(0) * NANOS + time.getLong(Long.BYTES);
    }

    private void load() {
        try {
            Memory room = new Memory(TIME_BYTES);
            boolean works = Native.LONG_SIZE == Long.BYTES && Clock.clock_gettime(SCHEDULER_CLOCK, room) == 0;
            time = works ? room : null;
        } catch (LinkageError cannotLoad) {
            time = null;
        }
    }

    private static final class Clock {
        static {
            Native.register(Clock.class, Platform.C_LIBRARY_NAME);
        }

        static native int clock_gettime(int clock, Pointer time);
    }
}
