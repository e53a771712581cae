package coreloom.gil.object;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Biased counting as CPython's free-threaded build has it (PEP 703, {@code Objects/object.c}): the thread that made an object counts its own
 * references by plain additions in {@code local}, all others by atomic ones in {@code shared}; an object is gone when both together are.
 *
 * <pre>
 *   shared   references × 4 + mark      mark  0 biased   2 queued: the owner is to merge   3 merged: local counts no more
 * </pre>
 *
 * <p>A foreign thread that would take the first reference below zero gives its reference to the owner's queue instead; the owner merges at
 * its next safe point. When the owner's last local reference goes, it merges by itself.
 */
class BiasedCounting extends Counting {
    private static final int ONE = 4;
    private static final int MARKS = 3;
    private static final int QUEUED = 2;
    private static final int MERGED = 3;

    private final Queue<Counted> toMerge = new ConcurrentLinkedQueue<>();
    private volatile boolean asked;

    @Override
    final void born(Counted object) {
        object.local = 1;
        object.shared = 0;
        object.owner = this;
    }

    @Override
    final void increment(Counted object) {
        if (object.local == Counted.IMMORTAL) {
            return;
        }
        if (ownerOf(object) == this) {
            object.local++;
        } else {
            add(object, ONE);
        }
    }

    @Override
    final boolean decrement(Counted object) {
        if (object.local == Counted.IMMORTAL) {
            return false;
        }
        if (ownerOf(object) == this) {
            return --object.local == 0 && mergeZero(object);
        }
        return decrementShared(object);
    }

    private boolean decrementShared(Counted object) {
        int seen;
        int after;
        do {
            seen = shared(object);
            after = seen == 0 ? QUEUED : seen - ONE;
        } while (!replaced(object, seen, after));
        return seen == 0 ? queue(object) : after == MERGED;
    }

    /** Gives the caller's reference to the owner's queue, unless there is no owner any more. */
    private boolean queue(Counted object) {
        BiasedCounting owner = ownerOf(object);
        if (owner == null) {
            return decrement(object);
        }
        owner.enqueue(object);
        return false;
    }

    private void enqueue(Counted object) {
        toMerge.add(object);
        asked = true;
    }

    /** The owner's own references are gone; whether all are. */
    private boolean mergeZero(Counted object) {
        if (shared(object) == 0) {
            return true;
        }
        disown(object);
        int seen;
        int after;
        do {
            seen = shared(object);
            after = seen | MERGED;
        } while (!replaced(object, seen, after));
        return after == MERGED;
    }

    @Override
    final boolean asked() {
        return asked;
    }

    @Override
    final Counted mergeQueued() {
        asked = false;
        Counted object = toMerge.poll();
        while (object != null && !mergeAll(object)) {
            object = toMerge.poll();
        }
        return object;
    }

    /** Merges an object from the queue and drops the reference that the queue had; whether it was the last. */
    private boolean mergeAll(Counted object) {
        int seen;
        int after;
        do {
            seen = shared(object);
            after = (seen & ~MARKS) + (object.local - 1) * ONE | MERGED;
        } while (!replaced(object, seen, after));
        object.local = 0;
        disown(object);
        return after == MERGED;
    }

    @Override
    final int references(Counted object) {
        return object.local + (object.shared >> 2);
    }

    /* The accesses that other threads may come between; a test of all schedules puts its points here. */

    BiasedCounting ownerOf(Counted object) {
        return object.owner;
    }

    void disown(Counted object) {
        object.owner = null;
    }

    int shared(Counted object) {
        return object.shared;
    }

    boolean replaced(Counted object, int seen, int after) {
        return Counted.SHARED.compareAndSet(object, seen, after);
    }

    final void add(Counted object, int change) {
        int seen;
        do {
            seen = shared(object);
        } while (!replaced(object, seen, seen + change));
    }
}
