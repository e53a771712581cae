package coreloom.gil.object;

import coreloom.gil.Pauses;
import java.util.ArrayDeque;

/**
 * One thread's door to the objects of its heap: makes them, counts their references, frees what has none. Only that thread calls it, while it
 * may use objects: under the interpreter lock where there is one, attached to its world where there is none. In one process there is one loaded
 * kind of it, so that the compiler may build it into the interpreter's loop.
 */
public abstract class ObjectThread {
    private final Counting counting;
    private final Pauses pauses;
    /** What remains to be freed: a long chain must not become a deep recursion. */
    private final ArrayDeque<Counted> dying = new ArrayDeque<>();
    private boolean freeing;
    private long number;

    ObjectThread(Counting counting, Pauses pauses) {
        this.counting = counting;
        this.pauses = pauses;
    }

    final Counting counting() {
        return counting;
    }

    final Pauses pauses() {
        return pauses;
    }

    /** A new empty list; the caller has the only reference. */
    public abstract ListObject newList();

    /** A new object that is no container; the caller has the only reference. */
    public final PlainObject newObject() {
        PlainObject object = new PlainObject();
        counting.born(object);
        return object;
    }

    /** A new range of the numbers from 0 to before {@code stop}; the caller has the only reference. */
    public RangeObject newRange(long stop) {
        RangeObject range = new RangeObject(stop);
        counting.born(range);
        return range;
    }

    /** One reference more. */
    public final void keep(Counted object) {
        counting.increment(object);
    }

    /** One reference less; with the last one the object is freed before this returns, and all that only it referred to. */
    public final void drop(Counted object) {
        if (counting.decrement(object)) {
            free(object);
        }
    }

    /**
     * The object at that place of a list, with a reference for the caller; null where there is a number, which {@link #number} then tells.
     *
     * @param index below the list's size
     */
    public abstract Counted element(ListObject list, int index);

    /** The number that {@link #element} found last. */
    public final long number() {
        return number;
    }

    final void found(long what) {
        number = what;
    }

    /** Adds an element to a list that others may have too; a reference goes over to the list, uncounted. */
    public abstract void append(ListObject list, long value, Counted object);

    /**
     * Puts an element in place of another; a reference goes over to the list, uncounted.
     *
     * @return the object that was there, whose reference goes over to the caller; null for a number
     */
    public abstract Counted set(ListObject list, int index, long value, Counted object);

    final void free(Counted object) {
        dying.add(object);
        if (!freeing) {
            freeing = true;
            while (!dying.isEmpty()) {
                bury(dying.poll());
            }
            freeing = false;
        }
    }

    private void bury(Counted object) {
        if (object.freed) {
            throw new IllegalStateException("a " + object.type() + " is freed twice");
        }
        object.freed = true;
        if (object instanceof ListObject list) {
            forget(list);
            clear(list);
            takeBack(list);
        }
    }

    /** A list is freed: the collector is told. */
    abstract void forget(ListObject list);

    /** It is empty now, and may be used again. */
    abstract void takeBack(ListObject list);

    /** Empties a list. */
    final void clear(ListObject list) {
        while (list.size() > 0) {
            Counted last = list.removeLast();
            if (last != null) {
                drop(last);
            }
        }
    }

    /** What is due where the interpreter looks: objects that others left to be merged, and the collector. */
    public final void safePoint() {
        if (counting.asked()) {
            freeMerged();
        }
        if (collectionDue()) {
            collectDue();
        }
    }

    private void freeMerged() {
        Counted gone = counting.mergeQueued();
        while (gone != null) {
            free(gone);
            gone = counting.mergeQueued();
        }
    }

    abstract boolean collectionDue();

    abstract void collectDue();

    /** Collects that generation, 0 to 2, and all that are younger, now; everything where there are no generations. */
    public abstract void collect(int generation);

    /** The thread ends: it frees what others have left to it, and from now on they free themselves what it has made. It is not used any more. */
    public void end() {
        do {
            freeMerged();
        } while (!counting.end());
    }
}
