package coreloom.gil;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** The primitives of this JVM: an unfair {@link ReentrantLock} and {@link LockSupport}. */
public final class JavaPrimitives implements Primitives {
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
    public long nanos() {
        return clock.getAsLong();
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
}
