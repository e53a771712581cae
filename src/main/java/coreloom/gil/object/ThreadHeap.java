package coreloom.gil.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists that one thread has made, used or free, as CPython's free-threaded build has a mimalloc heap for each thread: a list freed by
 * another thread comes back here. It is as large as it once was. When its thread ends, the next thread that begins takes it over.
 */
final class ThreadHeap {
    /** CPython's LOCAL_ALLOC_COUNT_THRESHOLD. */
    static final int BUFFERED = 512;

    private static final VarHandle RETURNED = returnedHandle();

    private final List<ListObject> blocks = new ArrayList<>();
    /** Free ones, as a chain. */
    private Counted free;
    /** What other threads have freed, as a chain. */
    private volatile Counted returned;
    /** Lists made less those freed by its thread, since it last told the collector. */
    private int balance;
    /** How its thread counts; null while it has none. Guarded by the collector. */
    private Counting counting;

    /** A list that nobody uses. */
    ListObject take() {
        if (free == null) {
            free = (Counted) RETURNED.getAndSet(this, null);
        }
        if (free == null) {
            ListObject list = new ListObject();
            list.home = this;
            blocks.add(list);
            return list;
        }
        ListObject list = (ListObject) free;
        free = list.chained;
        list.chained = null;
        return list;
    }

    /** Takes back a list of its own that is freed. Called by any thread of the heap. */
    void giveBack(ListObject list, ThreadHeap callers) {
        if (callers == this) {
            list.chained = free;
            free = list;
        } else {
            Counted newest;
            do {
                newest = returned;
                list.chained = newest;
            } while (!RETURNED.compareAndSet(this, newest, list));
        }
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

    /** All its lists; those that are free say so themselves. */
    List<ListObject> blocks() {
        return blocks;
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
