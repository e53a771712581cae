package coreloom.gil.object;

import coreloom.gil.Pauses;
import java.util.function.LongSupplier;

/**
 * The objects of one interpreter. Its threads use it one at a time, under the interpreter lock, or all at once where it is made for that; a thread
 * without either has a heap of its own.
 */
public final class Heap {
    private final Counting.Way way;
    private final Collecting collecting;

    /**
     * A heap that is used by one thread at a time.
     *
     * @param clock monotonic time, ns
     */
    public Heap(Counting.Way way, Thresholds thresholds, LongSupplier clock) {
        this(way, new Collector(thresholds, clock));
    }

    Heap(Counting.Way way, Collecting collecting) {
        this.way = way;
        this.collecting = collecting;
    }

    /**
     * A heap that its threads use at the same time: not for plain counting.
     *
     * @param threshold net containers made before the collector runs
     * @param clock     monotonic time, ns
     */
    public static Heap unguarded(Counting.Way way, int threshold, LongSupplier clock) {
        if (way == Counting.Way.PLAIN) {
            throw new IllegalArgumentException("plain counting loses counts where threads count at the same time");
        }
        return new Heap(way, new WorldCollector(threshold, clock));
    }

    /**
     * The calling thread's door to the objects.
     *
     * @param pauses how it keeps other threads from them when it collects
     */
    public ObjectThread attach(Pauses pauses) {
        return collecting.attach(way.forThread(), pauses);
    }

    /** An object that belongs to no heap: all threads of a process may count its references, if their way of counting allows that. */
    public static Counted shared(Counting.Way way) {
        PlainObject object = new PlainObject();
        way.forThread().born(object);
        return object;
    }

    /** What its collector has done. */
    public CollectorAccount account() {
        return collecting.account();
    }
}
