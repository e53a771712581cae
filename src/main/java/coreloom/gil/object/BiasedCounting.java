package coreloom.gil.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Biased counting as CPython's free-threaded build has it (PEP 703, {@code Objects/object.c} and {@code Python/brc.c}): the thread that made
 * an object counts its own references by plain additions in {@code local}, all others by atomic ones in {@code shared}; an object is gone when
 * both together are.
 *
 * <pre>
 *   shared   references × 4 + mark      mark  0 biased            1 biased, and others may have found it in a list
 *                                             2 queued: the owner is to merge     3 merged: local counts no more
 * </pre>
 *
 * <p>A foreign thread that would take the first reference below zero gives its reference to the owner's queue instead; the owner merges at
 * its next safe point. When the owner's last local reference goes, it merges by itself. When the owner ends, it first merges all of its
 * queue; from then on a foreign thread merges itself what it would have queued.
 */
class BiasedCounting extends Counting {
    private static final int ONE = 4;
    private static final int MARKS = 3;
    private static final int FOUND = 1;
    private static final int QUEUED = 2;
    private static final int MERGED = 3;
    private static final VarHandle QUEUE = queueHandle();
    /** In the place of the queue's newest element when there is no owner any more. */
    private static final Counted CLOSED = new PlainObject();

    /** What others have queued, the newest first; null when nothing. */
    private volatile Counted queue;
    /** What has been taken from the queue and is still to be merged, as a chain. */
    private Counted toMerge;

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
            add(object, ONE, 0);
        }
    }

    @Override
    final boolean tryIncrement(Counted object) {
        if (object.local == Counted.IMMORTAL) {
            return true;
        }
        if (ownerOf(object) == this) {
            object.local++;
            return true;
        }
        int seen;
        do {
            seen = shared(object);
            if (seen == 0 || seen == MERGED) {
                return false;
            }
        } while (!replaced(object, seen, seen + ONE));
        return true;
    }

    /** Marks the object, so that {@link #tryIncrement} of foreign threads succeeds also when its shared count is back at zero. */
    @Override
    final void keepFound(Counted object) {
        if (object.local != Counted.IMMORTAL && ownerOf(object) != this) {
            add(object, ONE, FOUND);
        } else {
            increment(object);
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
        boolean below;
        do {
            seen = shared(object);
            below = seen == 0 || seen == FOUND;
            after = below ? QUEUED : seen - ONE;
        } while (!replaced(object, seen, after));
        return below ? queue(object) : after == MERGED;
    }

    /** Gives the caller's reference to the owner's queue, or merges where there is no owner any more; whether it was the last. */
    private boolean queue(Counted object) {
        BiasedCounting owner = ownerOf(object);
        if (owner == null) {
            return decrement(object);
        }
        return !owner.enqueued(object) && merge(object, -1);
    }

    /** Called by foreign threads; false when the owner has ended. */
    private boolean enqueued(Counted object) {
        Counted newest;
        do {
            newest = newestQueued();
            if (newest == CLOSED) {
                return false;
            }
            object.chained = newest;
        } while (!queueReplaced(newest, object));
        return true;
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
        return queue != null;
    }

    @Override
    final Counted mergeQueued() {
        while (toMerge != null || takeQueue()) {
            Counted object = toMerge;
            toMerge = object.chained;
            object.chained = null;
            if (merge(object, -1)) {
                return object;
            }
        }
        return null;
    }

    private boolean takeQueue() {
        Counted newest = newestQueued();
        while (newest != null && newest != CLOSED && !queueReplaced(newest, null)) {
            newest = newestQueued();
        }
        toMerge = newest == CLOSED ? null : newest;
        return toMerge != null;
    }

    @Override
    final boolean end() {
        return toMerge == null && queueReplaced(null, CLOSED);
    }

    /** From now on all references are in {@code shared}, and so many more; whether none is left. */
    private boolean merge(Counted object, int more) {
        int seen;
        int after;
        do {
            seen = shared(object);
            after = (seen & ~MARKS) + (object.local + more) * ONE | MERGED;
        } while (!replaced(object, seen, after));
        object.local = 0;
        disown(object);
        return after == MERGED;
    }

    @Override
    final int references(Counted object) {
        return object.local + (object.shared >> 2);
    }

    @Override
    final void keepForAll(Counted object) {
        merge(object, 1);
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

    Counted newestQueued() {
        return queue;
    }

    boolean queueReplaced(Counted seen, Counted after) {
        return QUEUE.compareAndSet(this, seen, after);
    }

    /** @param mark for an object that has none yet */
    private void add(Counted object, int change, int mark) {
        int seen;
        do {
            seen = shared(object);
        } while (!replaced(object, seen, seen + change | ((seen & MARKS) == 0 ? mark : 0)));
    }

    private static VarHandle queueHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(BiasedCounting.class, "queue", Counted.class);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
