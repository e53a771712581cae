package coreloom.gil;

import java.util.ArrayDeque;

/** A condition that is first come, first served, as {@code java.util.concurrent}'s: what {@link Ablation#TOKEN} puts in the token's place. */
final class QueuedCondition implements Condition {
    private final Primitives primitives;
    private final Primitives.Mutex mutex;
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    /** @param mutex held by whoever waits or signals */
    QueuedCondition(Primitives primitives, Primitives.Mutex mutex) {
        this.primitives = primitives;
        this.mutex = mutex;
    }

    @Override
    public void signal() {
        Waiter first = waiters.poll();
        if (first != null) {
            first.woken = true;
            first.parker.unpark();
        }
    }

    @Override
    public void await(Waiter waiter) {
        join(waiter);
        while (!waiter.woken) {
            mutex.unlock();
            waiter.parker.park();
            mutex.lock();
        }
    }

    @Override
    public boolean await(Waiter waiter, long nanos) {
        join(waiter);
        long deadline = primitives.nanos() + nanos;
        long left = nanos;
        while (!waiter.woken && left > 0) {
            mutex.unlock();
            waiter.parker.park(left);
            mutex.lock();
            left = deadline - primitives.nanos();
        }
        waiters.removeFirstOccurrence(waiter);
        return waiter.woken;
    }

    private void join(Waiter waiter) {
        waiter.woken = false;
        waiters.add(waiter);
    }
}
