package coreloom.workload.worker;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * One unfair lock for critical sections, which remembers who had it last. As {@link java.util.concurrent.locks.ReentrantLock} without
 * re-entry, and with cache lines of its own: neighbouring locks must not slow each other down.
 */
final class SharedLock extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;
    private static final int FREE = 0;
    private static final int HELD = 1;

    private transient Context lastHolder;
    /** Keep the words above, and those of the superclass, two cache lines away from whatever lies behind. */
    private transient long pad0, pad1, pad2, pad3, pad4, pad5, pad6, pad7, pad8, pad9, pad10, pad11, pad12, pad13, pad14, pad15;

    @Override
    protected boolean tryAcquire(int ignored) {
        return compareAndSetState(FREE, HELD);
    }

    @Override
    protected boolean tryRelease(int ignored) {
        setState(FREE);
        return true;
    }

    /** Takes the lock if nobody has it. */
    boolean tryLock() {
        return tryAcquire(HELD);
    }

    /** Takes the lock, however long that takes. */
    void lock() {
        acquire(HELD);
    }

    void unlock() {
        release(HELD);
    }

    /** Notes that this worker has the lock now, and tells whether another had it before. Only the holder calls it. */
    boolean takenOver(Context holder) {
        boolean handoff = lastHolder != null && lastHolder != holder;
        lastHolder = holder;
        return handoff;
    }
}
