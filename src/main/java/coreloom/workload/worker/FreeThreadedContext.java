package coreloom.workload.worker;

import coreloom.gil.Pauses;
import coreloom.gil.WorldThread;
import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * A thread of an interpreter without an interpreter lock: it stops at its safe points when another collects, and is detached in each blocking
 * call, so that nobody waits for it then. The counters of its slot are those of the critical section.
 */
final class FreeThreadedContext extends Context {
    private final WorldThread thread;
    private final SharedLock critical;
    private long heldSince;

    /** @param critical shared by the workers, as a {@code threading.Lock} */
    FreeThreadedContext(WorkerSlot slot, LongSupplier clock, WorldThread thread, SharedLock critical) {
        super(slot, clock);
        this.thread = thread;
        this.critical = critical;
    }

    @Override
    void enter() {
        thread.attach();
    }

    @Override
    void leave() {
        thread.detach();
    }

    @Override
    void safePoint() {
        thread.safePoint();
    }

    @Override
    void lock() {
        if (critical.tryLock()) {
            heldSince = nanos();
            slot().acquiredAtOnce(critical.takenOver(this));
        } else {
            thread.detach();
            slot().waitBegins(WaitKind.LOCK, nanos());
            critical.lock();
            heldSince = nanos();
            slot().acquiredAfterWait(critical.takenOver(this), heldSince);
            thread.attach();
        }
    }

    @Override
    void unlock() {
        slot().released(nanos() - heldSince);
        critical.unlock();
    }

    @Override
    void blocking(WaitKind kind, BlockingCall call) throws IOException {
        thread.detach();
        try {
            super.blocking(kind, call);
        } finally {
            thread.attach();
        }
    }

    @Override
    void detached(BlockingCall call) throws IOException {
        thread.detach();
        try {
            super.detached(call);
        } finally {
            thread.attach();
        }
    }

    @Override
    Pauses pauses() {
        return thread;
    }

    @Override
    void end() {
        thread.leave();
    }
}
