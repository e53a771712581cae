package coreloom.gil.object;

import coreloom.gil.Pauses;
import java.util.ArrayDeque;

/** A thread at a heap that is used by one thread at a time: under the interpreter lock, or by this thread alone. */
final class GuardedObjectThread extends ObjectThread {
    private static final int SPARE_LISTS = 4096;

    private final Collector collector;
    /** Freed lists to be used again, so that the JVM's own collector stays out of the picture. */
    private final ArrayDeque<ListObject> spare = new ArrayDeque<>();

    GuardedObjectThread(Counting counting, Pauses pauses, Collector collector) {
        super(counting, pauses);
        this.collector = collector;
    }

    @Override
    public ListObject newList() {
        ListObject list = spare.isEmpty() ? new ListObject() : spare.pollLast();
        list.freed = false;
        counting().born(list);
        collector.made(list);
        return list;
    }

    @Override
    public Counted element(ListObject list, int index) {
        Counted object = list.object(index);
        if (object == null) {
            found(list.number(index));
        } else {
            keep(object);
        }
        return object;
    }

    @Override
    public void append(ListObject list, long value, Counted object) {
        list.append(value, object);
    }

    @Override
    public Counted set(ListObject list, int index, long value, Counted object) {
        return list.set(index, value, object);
    }

    @Override
    void forget(ListObject list) {
        collector.freed(list);
    }

    @Override
    void takeBack(ListObject list) {
        if (spare.size() < SPARE_LISTS && list.small()) {
            spare.add(list);
        }
    }

    @Override
    boolean collectionDue() {
        return collector.due();
    }

    @Override
    void collectDue() {
        collector.collectDue(this);
    }

    @Override
    public void collect(int generation) {
        collector.collect(generation, this);
    }
}
