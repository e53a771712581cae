package coreloom.gil.object;

import java.util.function.LongSupplier;

/**
 * The objects of one interpreter. Its threads use it one at a time, under the interpreter lock; a thread without such a lock has a heap of its
 * own.
 */
public final class Heap {
    private final Counting.Way way;
    private final Collector collector;

    /** @param clock monotonic time, ns */
    public Heap(Counting.Way way, Thresholds thresholds, LongSupplier clock) {
        this.way = way;
        this.collector = new Collector(thresholds, clock);
    }

    /** The calling thread's door to the objects. */
    public ObjectThread attach() {
        return new ObjectThread(way.forThread(), collector);
    }

    /** An object that belongs to no heap: all threads of a process may count its references, if their way of counting allows that. */
    public static Counted shared(Counting.Way way) {
        PlainObject object = new PlainObject();
        way.forThread().born(object);
        return object;
    }

    /** What its collector has done. */
    public CollectorAccount account() {
        return collector.account();
    }
}
