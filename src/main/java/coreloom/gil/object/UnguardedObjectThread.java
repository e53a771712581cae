package coreloom.gil.object;

import coreloom.gil.Pauses;

/**
 * A thread at a heap that its threads use at the same time. It takes lists from a store of its own, changes lists under their locks and reads
 * them without: what it has read is worth something only if nobody has changed the list meanwhile, else it reads again under the lock
 * (CPython's {@code Objects/listobject.c}, {@code list_get_item_ref}).
 */
class UnguardedObjectThread extends ObjectThread {
    private final WorldCollector collector;
    private final ThreadHeap own;
    private boolean due;

    UnguardedObjectThread(Counting counting, Pauses pauses, WorldCollector collector) {
        super(counting, pauses);
        this.collector = collector;
        this.own = collector.adopt(counting);
    }

    @Override
    public final ListObject newList() {
        ListObject list = own.take();
        list.freed = false;
        counting().born(list);
        due |= own.made() && collector.toldOf(own);
        return list;
    }

    @Override
    public final Counted element(ListObject list, int index) {
        int stamp = list.stamp();
        if (ListObject.readable(stamp)) {
            Counted object = glimpse(list, index);
            long value = list.glimpseNumber(index);
            if (object == null || counting().tryIncrement(object)) {
                if (unchanged(list, stamp)) {
                    found(value);
                    return object;
                }
                if (object != null) {
                    drop(object);
                }
            }
        }
        return lockedElement(list, index);
    }

    private Counted lockedElement(ListObject list, int index) {
        lock(list);
        Counted object = list.object(index);
        found(list.number(index));
        if (object != null) {
            counting().keepFound(object);
        }
        unlock(list);
        return object;
    }

    @Override
    public final void append(ListObject list, long value, Counted object) {
        lock(list);
        list.append(value, object);
        unlock(list);
    }

    @Override
    public final Counted set(ListObject list, int index, long value, Counted object) {
        lock(list);
        Counted before = list.set(index, value, object);
        unlock(list);
        return before;
    }

    /* The accesses that other threads may come between; a test of all schedules puts its points here. */

    Counted glimpse(ListObject list, int index) {
        return list.glimpse(index);
    }

    boolean unchanged(ListObject list, int stamp) {
        return list.unchanged(stamp);
    }

    void lock(ListObject list) {
        list.lock();
    }

    void unlock(ListObject list) {
        list.unlock();
    }

    @Override
    final void forget(ListObject list) {
        if (own.freed()) {
            collector.toldOf(own);
        }
    }

    @Override
    final void takeBack(ListObject list) {
        list.shrink();
        list.home.giveBack(list, own);
    }

    @Override
    final boolean collectionDue() {
        return due;
    }

    @Override
    final void collectDue() {
        due = false;
        collector.collectIfDue(this);
    }

    @Override
    public final void collect(int generation) {
        collector.collect(this);
    }

    @Override
    public final void end() {
        super.end();
        collector.abandon(own);
    }
}
