package coreloom.gil.loop;

import coreloom.snapshot.WaitKind;
import java.util.ArrayDeque;

/**
 * A lock that coroutines of one loop share, as {@code asyncio.Lock} of CPython 3.12: first come, first served. Nobody overtakes the one that was
 * woken, though nobody has the lock until its turn.
 */
public final class LoopLock {
    private final EventLoop loop;
    private final ArrayDeque<Coroutine> waiters = new ArrayDeque<>();
    private boolean locked;
    private boolean woken;

    public LoopLock(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * Takes the lock, or makes the coroutine that asks await it: on its next turn it asks again.
     *
     * @return whether it has the lock
     */
    public boolean acquire(Coroutine asking) {
        if (woken && waiters.peek() == asking) {
            waiters.poll();
            woken = false;
            locked = true;
            return true;
        }
        if (!locked && waiters.isEmpty()) {
            locked = true;
            return true;
        }
        waiters.add(asking);
        asking.await(WaitKind.LOCK);
        return false;
    }

    /**
     * Lets the lock go, and wakes the first of those who await it.
     *
     * @throws IllegalStateException when nobody has it
     */
    public void release() {
        if (!locked) {
            throw new IllegalStateException("a lock is released that nobody has acquired");
        }
        locked = false;
        if (!waiters.isEmpty()) {
            woken = true;
            waiters.peek().completed(loop.nanos());
        }
    }
}
