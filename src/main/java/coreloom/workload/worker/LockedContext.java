package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.util.function.LongSupplier;

/** Plain threads whose critical sections are guarded by one shared lock: tried first, waited for only if another has it. */
final class LockedContext extends Context {
    private final SharedLock shared;
    private long heldSince;

    LockedContext(WorkerSlot slot, LongSupplier clock, SharedLock shared) {
        super(slot, clock);
        this.shared = shared;
    }

    @Override
    void enter() {}

    @Override
    void leave() {}

    @Override
    void safePoint() {}

    @Override
    void lock() {
        if (shared.lock.tryLock()) {
            heldSince = nanos();
            slot().acquiredAtOnce(shared.takenOver(this));
        } else {
            slot().waitBegins(WaitKind.LOCK, nanos());
            shared.lock.lock();
            heldSince = nanos();
            slot().acquiredAfterWait(shared.takenOver(this), heldSince);
        }
    }

    @Override
    void unlock() {
        slot().released(nanos() - heldSince);
        shared.lock.unlock();
    }
}
