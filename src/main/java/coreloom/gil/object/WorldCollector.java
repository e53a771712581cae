package coreloom.gil.object;

import coreloom.gil.Pauses;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The collector of CPython's free-threaded build ({@code Python/gc_free_threading.c}): one generation, all containers of all threads, while the
 * world is stopped. Due when more than the threshold, and more than a quarter of those that live, have been made since the last collection; each
 * thread tells of its containers by the 512. Never below zero, as since gh-142048.
 *
 * <pre>
 *   stop    merge what is queued for any thread      count the references that do not come from containers
 *           reachable is what has such a one, and all it refers to      the others: merged, and kept by one reference more
 *   go      free what the merging left without references      (CPython: finalizers)
 *   stop    look at those others again: a finalizer may have made some reachable
 *   go      empty them, and so free them by their counts
 * </pre>
 *
 * One thread collects at a time; who comes second leaves it to the first.
 */
final class WorldCollector implements Collecting {
    private final int threshold;
    private final LongSupplier clock;
    private final Consumer<List<ListObject>> finalizers;
    private final CollectorAccount account = new CollectorAccount();
    /** Guarded by this. */
    private final List<ThreadHeap> heaps = new ArrayList<>();
    private final AtomicInteger young = new AtomicInteger();
    private final AtomicBoolean collecting = new AtomicBoolean();
    /** Containers that the last collection found to be reachable. */
    private volatile int live;
    /* Of the one who collects; kept, so that collecting leaves no garbage to the JVM. */
    private final List<ListObject> suspects = new ArrayList<>();
    private final List<ListObject> toVisit = new ArrayList<>();
    private final List<Counted> merged = new ArrayList<>();

    WorldCollector(int threshold, LongSupplier clock) {
        this(threshold, clock, unreachable -> { });
    }

    /** @param finalizers what is done between the two stops to what seems unreachable; kernels have nothing to do then */
    WorldCollector(int threshold, LongSupplier clock, Consumer<List<ListObject>> finalizers) {
        this.threshold = threshold;
        this.clock = clock;
        this.finalizers = finalizers;
    }

    @Override
    public ObjectThread attach(Counting counting, Pauses pauses) {
        return new UnguardedObjectThread(counting, pauses, this);
    }

    @Override
    public CollectorAccount account() {
        return account;
    }

    /** The lists of a thread that begins: those of one that has ended, if there is any. */
    synchronized ThreadHeap adopt(Counting counting) {
        ThreadHeap adopted = heaps.stream().filter(heap -> heap.counting() == null).findFirst().orElse(null);
        if (adopted == null) {
            adopted = new ThreadHeap();
            heaps.add(adopted);
        }
        adopted.belongTo(counting);
        return adopted;
    }

    /** Its thread has ended. */
    synchronized void abandon(ThreadHeap heap) {
        toldOf(heap);
        heap.belongTo(null);
    }

    /** Takes over what a thread has made and freed; whether it should collect now. */
    boolean toldOf(ThreadHeap heap) {
        int change = heap.takeBalance();
        young.getAndUpdate(before -> Math.max(0, before + change));
        return change > 0 && isDue() && !collecting.get();
    }

    private boolean isDue() {
        return young.get() > threshold && young.get() > live / 4;
    }

    void collectIfDue(ObjectThread by) {
        if (collecting.compareAndSet(false, true)) {
            if (isDue()) {
                collectAll(by);
            }
            collecting.set(false);
        }
    }

    void collect(ObjectThread by) {
        if (collecting.compareAndSet(false, true)) {
            collectAll(by);
            collecting.set(false);
        }
    }

    private void collectAll(ObjectThread by) {
        long began = clock.getAsLong();
        by.pauses().pauseBegins();
        young.set(0);
        mergeQueued();
        suspectAll(by.counting());
        clearReachable();
        gatherSuspects(by.counting());
        by.pauses().pauseEnds();
        long pause = clock.getAsLong() - began;
        merged.forEach(by::free);
        merged.clear();
        finalizers.accept(suspects);
        long beganAgain = clock.getAsLong();
        by.pauses().pauseBegins();
        suspectOnlyEachOther(by.counting());
        clearReachable();
        by.pauses().pauseEnds();
        account.add(0, freeSuspects(by), pause + clock.getAsLong() - beganAgain);
        by.pauses().collected();
    }

    /** Containers without a reference are left for the collection to find. */
    private void mergeQueued() {
        for (ThreadHeap heap : heaps()) {
            Counted gone = heap.counting() == null ? null : heap.counting().mergeQueued();
            while (gone != null) {
                if (!(gone instanceof ListObject)) {
                    merged.add(gone);
                }
                gone = heap.counting().mergeQueued();
            }
        }
    }

    /** The heaps there are while the world is stopped. */
    private synchronized List<ThreadHeap> heaps() {
        return heaps;
    }

    /** Suspects all containers, and counts what refers to each from outside of them. */
    private void suspectAll(Counting counting) {
        suspects.clear();
        for (ThreadHeap heap : heaps()) {
            heap.takeBackReturned();
            for (int i = 0; i < heap.size(); i++) {
                ListObject list = heap.get(i);
                list.suspected = true;
                list.fromOutside = counting.references(list);
                suspects.add(list);
            }
        }
        takeOffInner();
    }

    /** The same for those that are suspected already; each is kept by one reference of ours. */
    private void suspectOnlyEachOther(Counting counting) {
        for (ListObject list : suspects) {
            list.fromOutside = counting.references(list) - 1;
        }
        takeOffInner();
    }

    private void takeOffInner() {
        for (ListObject list : suspects) {
            for (int i = 0; i < list.size(); i++) {
                if (list.object(i) instanceof ListObject inner && inner.suspected) {
                    inner.fromOutside--;
                }
            }
        }
    }

    /** Clears what is referred to from outside, and all that it refers to. */
    private void clearReachable() {
        for (ListObject list : suspects) {
            if (list.suspected && list.fromOutside > 0) {
                list.suspected = false;
                toVisit.add(list);
                while (!toVisit.isEmpty()) {
                    clearInner(toVisit.remove(toVisit.size() - 1));
                }
            }
        }
    }

    private void clearInner(ListObject list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.object(i) instanceof ListObject inner && inner.suspected) {
                inner.suspected = false;
                toVisit.add(inner);
            }
        }
    }

    private void gatherSuspects(Counting counting) {
        int all = suspects.size();
        suspects.removeIf(list -> !list.suspected);
        live = all - suspects.size();
        for (ListObject list : suspects) {
            counting.keepForAll(list);
        }
    }

    /** Empties those still suspected, and takes our reference off all. */
    private int freeSuspects(ObjectThread by) {
        int freed = 0;
        for (ListObject list : suspects) {
            if (list.suspected) {
                list.suspected = false;
                by.clear(list);
                freed++;
            }
            by.drop(list);
        }
        suspects.clear();
        return freed;
    }
}
