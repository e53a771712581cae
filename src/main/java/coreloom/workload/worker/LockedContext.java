package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.util.function.LongSupplier;

/** Plain threads whose critical sections are guarded by shared locks: one is drawn, tried first, and waited for only if another has it. */
final class LockedContext extends Context {
    private final Stripes stripes;
    private final SplitMix64 choices;
    private SharedLock held;
    private long heldSince;

    /** @param choices this worker's, of stripes */
    LockedContext(WorkerSlot slot, LongSupplier clock, Stripes stripes, SplitMix64 choices) {
        super(slot, clock);
        this.stripes = stripes;
        this.choices = choices;
    }

    @Override
    void enter() {}

    @Override
    void leave() {}

    @Override
    void safePoint() {}

    @Override
    void lock() {
        SharedLock drawn = stripes.drawn(choices);
        if (drawn.tryLock()) {
            heldSince = nanos();
            slot().acquiredAtOnce(drawn.takenOver(this));
        } else {
            slot().waitBegins(WaitKind.LOCK, nanos());
            drawn.lock();
            heldSince = nanos();
            slot().acquiredAfterWait(drawn.takenOver(this), heldSince);
        }
        held = drawn;
    }

    @Override
    void unlock() {
        slot().released(nanos() - heldSince);
        held.unlock();
    }
}
