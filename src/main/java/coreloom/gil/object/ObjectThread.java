package coreloom.gil.object;

import java.util.ArrayDeque;

/**
 * One thread's door to the objects of its heap: makes them, counts their references, frees what has none. Only that thread calls it, under the
 * interpreter lock where there is one.
 */
public final class ObjectThread {
    private static final int SPARE_LISTS = 4096;

    private final Counting counting;
    private final Collector collector;
    /** Freed lists to be used again, so that the JVM's own collector stays out of the picture. */
    private final ArrayDeque<ListObject> spare = new ArrayDeque<>();
    /** What remains to be freed: a long chain must not become a deep recursion. */
    private final ArrayDeque<Counted> dying = new ArrayDeque<>();
    private boolean freeing;

    ObjectThread(Counting counting, Collector collector) {
        this.counting = counting;
        this.collector = collector;
    }

    Counting counting() {
        return counting;
    }

    /** A new empty list; the caller has the only reference. */
    public ListObject newList() {
        ListObject list = spare.isEmpty() ? new ListObject() : spare.pollLast();
        list.freed = false;
        counting.born(list);
        collector.made(list);
        return list;
    }

    /** A new object that is no container; the caller has the only reference. */
    public PlainObject newObject() {
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
    public void keep(Counted object) {
        counting.increment(object);
    }

    /** One reference less; with the last one the object is freed before this returns, and all that only it referred to. */
    public void drop(Counted object) {
        if (counting.decrement(object)) {
            free(object);
        }
    }

    private void free(Counted object) {
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
            collector.freed(list);
            clear(list);
            if (spare.size() < SPARE_LISTS && list.small()) {
                spare.add(list);
            }
        }
    }

    /** Empties a list. */
    void clear(ListObject list) {
        while (list.size() > 0) {
            Counted last = list.removeLast();
            if (last != null) {
                drop(last);
            }
        }
    }

    /** What is due where the interpreter looks: objects that others left to be merged, and the collector. */
    public void safePoint() {
        if (counting.asked()) {
            freeMerged();
        }
        if (collector.due()) {
            collector.collectDue(this);
        }
    }

    private void freeMerged() {
        Counted gone = counting.mergeQueued();
        while (gone != null) {
            free(gone);
            gone = counting.mergeQueued();
        }
    }

    /** Collects that generation, 0 to 2, and all that are younger, now. */
    public void collect(int generation) {
        collector.collect(generation, this);
    }
}
