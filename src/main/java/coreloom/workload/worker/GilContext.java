package coreloom.workload.worker;

import coreloom.gil.GilThread;
import coreloom.gil.Pauses;
import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * A thread of one interpreter: it runs under the interpreter lock, gives way at its safe points and lets go around each blocking call. The
 * counters of its slot are those of the interpreter lock; of the critical section only the time spent waiting is counted.
 */
final class GilContext extends Context {
    private final GilThread thread;
    private final Semaphore critical;

    /** @param critical one permit, shared by the workers: as {@code threading.Lock}, without an owner */
    GilContext(WorkerSlot slot, LongSupplier clock, GilThread thread, Semaphore critical) {
        super(slot, clock);
        this.thread = thread;
        this.critical = critical;
    }

    @Override
    void enter() {
        thread.acquire();
    }

    @Override
    void leave() {
        thread.release();
    }

    @Override
    void safePoint() {
        thread.safePoint();
    }

    @Override
    void lock() {
        if (!critical.tryAcquire()) {
            thread.release();
            slot().waitBegins(WaitKind.LOCK, nanos());
            critical.acquireUninterruptibly();
            slot().waitEnds(nanos());
            thread.acquire();
        }
    }

    @Override
    void unlock() {
        critical.release();
    }

    @Override
    void blocking(WaitKind kind, BlockingCall call) throws IOException {
        thread.release();
        try {
            super.blocking(kind, call);
        } finally {
            thread.acquire();
        }
    }

    @Override
    void detached(BlockingCall call) throws IOException {
        thread.release();
        try {
            super.detached(call);
        } finally {
            thread.acquire();
        }
    }

    @Override
    Pauses pauses() {
        return thread;
    }
}
