package coreloom.gil;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** The primitives of this JVM: an unfair {@link ReentrantLock} and {@link LockSupport}. */
public final class JavaPrimitives implements Primitives {
    /**
     * As long as a thread takes to the place in the futex system call where the kernel looks one last time; calibrated by the order in which
     * CPython's threads get the lock (docs/fidelity.md, row 8).
     */
    private static final long ONSET_NANOS = 3_000;
    /** As long as the futex system call takes that wakes a thread on another core; calibrated by CPython's voluntary context switches (row 7). */
    private static final long WAKE_NANOS = 12_000;

    private final LongSupplier clock;

    /** @param clock monotonic time, ns */
    public JavaPrimitives(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public Mutex mutex() {
        return new LockMutex(new ReentrantLock());
    }

    @Override
    public Parker parker() {
        return new ThreadParker(Thread.currentThread());
    }

    @Override
    public Word word(int value) {
        return new AtomicWord(new AtomicInteger(value));
    }

    @Override
    public long nanos() {
        return clock.getAsLong();
    }

    @Override
    public long onsetNanos() {
        return ONSET_NANOS;
    }

    @Override
    public long wakeNanos() {
        return WAKE_NANOS;
    }

    private record LockMutex(ReentrantLock held) implements Mutex {
        @Override
        public void lock() {
            held.lock();
        }

        @Override
        public void unlock() {
            held.unlock();
        }
    }

    private record ThreadParker(Thread owner) implements Parker {
        @Override
        public void park() {
            LockSupport.park(this);
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(this, nanos);
        }

        @Override
        public void unpark() {
            LockSupport.unpark(owner);
        }
    }

    private record AtomicWord(AtomicInteger value) implements Word {
        @Override
        public int get() {
            return value.get();
        }

        @Override
        public void set(int wanted) {
            value.set(wanted);
        }

        @Override
        public boolean replace(int expected, int wanted) {
            return value.compareAndSet(expected, wanted);
        }
    }
}
