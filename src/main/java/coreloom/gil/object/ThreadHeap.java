package coreloom.gil.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The lists that one thread has made, as CPython's free-threaded build has a mimalloc heap for each thread: those in use, which the collector
 * visits, and those that are free, to be used again. What another thread frees comes back here, and counts as in use until its thread, or the
 * collector while the world is stopped, has taken it back. When its thread ends, the next one that begins takes it over.
 */
final class ThreadHeap {
    /** CPython's LOCAL_ALLOC_COUNT_THRESHOLD. */
    static final int BUFFERED = 512;

    private static final VarHandle RETURNED = returnedHandle();

    private ListObject[] used = new ListObject[64];
    private int size;
    /** Free ones, as a chain. */
    private Counted free;
    /** What other threads have freed, as a chain. */
    private volatile Counted returned;
    /** Lists made less those freed by its thread, since it last told the collector. */
    private int balance;
    /** How its thread counts; null while it has none. Guarded by the collector. */
    private Counting counting;

    /** A list that nobody uses; from now on it is in use. */
    ListObject take() {
        if (free == null) {
            takeBackReturned();
        }
        ListObject list = (ListObject) free;
        if (list == null) {
            list = new ListObject();
            list.home = this;
        } else {
            free = list.chained;
            list.chained = null;
        }
        if (size == used.length) {
            used = Arrays.copyOf(used, 2 * size);
        }
        list.place = size;
        used[size++] = list;
        return list;
    }

    /** Takes back one of its own that has been freed. Called by any thread of the heap. */
    void giveBack(ListObject list, ThreadHeap callers) {
        if (callers == this) {
            takeBack(list);
        } else {
            Counted newest;
            do {
                newest = returned;
                list.chained = newest;
            } while (!RETURNED.compareAndSet(this, newest, list));
        }
    }

    /** Takes back what other threads have freed. Called by its thread, or while that is stopped. */
    void takeBackReturned() {
        Counted each = (Counted) RETURNED.getAndSet(this, null);
        while (each != null) {
            Counted next = each.chained;
            takeBack((ListObject) each);
            each = next;
        }
    }

    private void takeBack(ListObject list) {
        size--;
        ListObject last = used[size];
        used[list.place] = last;
        last.place = list.place;
        used[size] = null;
        list.chained = free;
        free = list;
    }

    /** Its thread has made a list; whether it is time to tell the collector. */
    boolean made() {
        balance++;
        return balance >= BUFFERED;
    }

    /** Its thread has freed a list; whether it is time to tell the collector. */
    boolean freed() {
        balance--;
        return balance <= -BUFFERED;
    }

    /** What the collector is to be told. */
    int takeBalance() {
        int told = balance;
        balance = 0;
        return told;
    }

    /** How many are in use. */
    int size() {
        return size;
    }

    /** One of those in use, in no order. */
    ListObject get(int index) {
        return used[index];
    }

    Counting counting() {
        return counting;
    }

    void belongTo(Counting threads) {
        counting = threads;
    }

    private static VarHandle returnedHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(ThreadHeap.class, "returned", Counted.class);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
