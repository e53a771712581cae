package coreloom.gil;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;

/**
 * One thread's state in an interpreter: the eval breaker it looks at, and what it has counted of the lock. Only that thread calls the public
 * methods; nothing of it allocates.
 *
 * <p>A lock wait lasts from the moment the thread lets go at a safe point, or finds the lock taken, until it has it; a forced switch is
 * part of it. When it ends, it is split: what of it the holders spent in the collector counts to {@link WaitKind#COLLECTOR}, the rest to
 * {@link WaitKind#INTERPRETER_LOCK}. A wait that is under way is all for the interpreter lock.
 */
public final class GilThread implements Pauses {
    private final Gil gil;
    private final WorkerSlot slot;
    private final Primitives primitives;
    private final Waiter waiter;
    private final EvalBreaker breaker;
    private boolean waiting;
    /** What collector pauses had taken when the wait began, ns. */
    private long pausedBefore;
    private long heldSince;
    private long droppedAt;
    /** What collector pauses had taken by then, ns. */
    private long pausedAtDrop;

    /** @param breaker its own, or that of all threads of its interpreter: as the {@link DropRule} wants it */
    GilThread(Gil gil, WorkerSlot slot, Primitives primitives, EvalBreaker breaker) {
        this.gil = gil;
        this.slot = slot;
        this.primitives = primitives;
        this.breaker = breaker;
        waiter = new Waiter(primitives.parker());
    }

    /** Takes the lock, to run bytecode. The thread does not hold it. */
    public void acquire() {
        gil.take(this);
    }

    /** Lets the lock go, before a call that may block or at the end. The thread holds it. */
    public void release() {
        endHold();
        gil.drop(this);
        if (waiting) {
            gil.endForcedSwitch(this);
        }
    }

    /** Where the interpreter looks whether anything is asked of it; the thread holds the lock. One volatile read when nothing is. */
    public void safePoint() {
        if (breaker.anything()) {
            attend();
        }
    }

    private void attend() {
        if (dropRequested()) {
            endHold();
            waitSince(droppedAt, pausedAtDrop);
            gil.drop(this);
            gil.take(this);
        }
    }

    private void endHold() {
        droppedAt = primitives.nanos();
        pausedAtDrop = gil.pausedNanos();
        slot.released(droppedAt - heldSince);
    }

    boolean dropRequested() {
        return breaker.dropRequested();
    }

    /** Asks whoever looks at this thread's eval breaker to let go; called by a waiter. */
    void requestDrop() {
        breaker.requestDrop();
    }

    void clearDropRequest() {
        breaker.clearDropRequest();
    }

    Waiter waiter() {
        return waiter;
    }

    /** The lock is taken, so the thread begins to wait for it, unless it has waited since it dropped it. */
    void beginWait(long now, long pausedNanos) {
        if (!waiting) {
            waitSince(now, pausedNanos);
        }
    }

    /** The wait that was begun is over, without the lock. */
    void endWait(long now, long pausedNanos) {
        waiting = false;
        slot.waitEnds(now, pausedNanos - pausedBefore);
    }

    /** The thread has dropped the lock and now waits until another has it: time without the lock from the drop on. */
    void beginForcedSwitch() {
        slot.forcedSwitch();
        if (!waiting) {
            waitSince(droppedAt, pausedAtDrop);
        }
    }

    private void waitSince(long nanos, long pausedNanos) {
        waiting = true;
        pausedBefore = pausedNanos;
        slot.waitBegins(WaitKind.INTERPRETER_LOCK, nanos);
    }

    /** The thread has the lock. */
    void holds(Gil.Change change) {
        boolean handoff = change != Gil.Change.NONE;
        heldSince = primitives.nanos();
        if (waiting) {
            waiting = false;
            slot.acquiredAfterWait(handoff, heldSince, gil.pausedNanos() - pausedBefore);
        } else {
            slot.acquiredAtOnce(handoff);
        }
        if (change == Gil.Change.RETURN) {
            slot.returned();
        }
    }

    void countDropRequest() {
        slot.requestedDrop();
    }

    /** The thread, which holds the lock, begins to collect; it does not look at its eval breaker until that is over. */
    @Override
    public void pauseBegins() {
        gil.beginPause();
    }

    @Override
    public void pauseEnds() {
        slot.paused(gil.endPause());
    }

    @Override
    public void collected() {
        slot.collected();
    }
}
