package coreloom.gil.object;

import coreloom.gil.Pauses;
import java.util.function.LongSupplier;

/**
 * The generational collector of CPython 3.12 and 3.13 ({@code gcmodule.c}): frees containers that only refer to each other. Making a container
 * only notes that a collection is due; it runs at the next safe point, on the thread that comes there first, which holds the interpreter lock
 * throughout. A list made from the free list counts as little as one that goes there; a full collection empties it. Not thread-safe: one heap
 * is used by one thread at a time.
 *
 * <pre>
 *   count the references of each container of the young; take off those that come from the young
 *   none left? suspected       some left? reachable from outside, and so is all it refers to
 *   still suspected: unreachable, emptied, and so freed by its counts      the others grow older
 * </pre>
 */
final class Collector implements Collecting {
    private static final int OLDEST = Generation.COUNT - 1;
    /** {@code PyList_MAXFREELIST}. */
    private static final int MOST_FREE_LISTS = 80;

    private final Thresholds thresholds;
    private final LongSupplier clock;
    private final Generation[] generations = {new Generation(), new Generation(), new Generation()};
    private final CollectorAccount account = new CollectorAccount();
    /** Survivors of generation 1 that no full collection has seen, and survivors of the last full one. */
    private int longLivedPending;
    private int longLived;
    /** Freed lists that CPython would keep for the next to be made: neither their end nor their next beginning counts. */
    private int freeLists;
    private boolean due;
    private boolean collecting;

    Collector(Thresholds thresholds, LongSupplier clock) {
        this.thresholds = thresholds;
        this.clock = clock;
    }

    @Override
    public ObjectThread attach(Counting counting, Pauses pauses) {
        return new GuardedObjectThread(counting, pauses, this);
    }

    @Override
    public CollectorAccount account() {
        return account;
    }

    void made(ListObject container) {
        generations[0].add(container);
        if (freeLists > 0) {
            freeLists--;
            return;
        }
        generations[0].count++;
        if (generations[0].count > thresholds.young() && !collecting) {
            due = true;
        }
    }

    void freed(ListObject container) {
        Generation.remove(container);
        if (freeLists < MOST_FREE_LISTS) {
            freeLists++;
        } else if (generations[0].count > 0) {
            generations[0].count--;
        }
    }

    boolean due() {
        return due;
    }

    /** Collects the oldest generation whose threshold has been exceeded, with all that are younger. */
    void collectDue(ObjectThread by) {
        due = false;
        for (int i = OLDEST; i >= 0; i--) {
            boolean exceeded = generations[i].count > thresholds.of(i);
            if (exceeded && !(i == OLDEST && longLivedPending < longLived / 4)) {
                collect(i, by);
                return;
            }
        }
    }

    /** Collects that generation and all that are younger. */
    void collect(int generation, ObjectThread by) {
        long began = clock.getAsLong();
        by.pauses().pauseBegins();
        collecting = true;
        Generation young = youngUpTo(generation);
        Generation unreachable = new Generation();
        countFromOutside(young, by.counting());
        separate(young, unreachable);
        age(young, generation);
        int found = unreachable.size();
        free(unreachable, generations[Math.min(generation + 1, OLDEST)], by);
        freeLists = generation == OLDEST ? 0 : freeLists;
        collecting = false;
        by.pauses().pauseEnds();
        by.pauses().collected();
        account.add(generation, found, clock.getAsLong() - began);
    }

    private Generation youngUpTo(int generation) {
        if (generation < OLDEST) {
            generations[generation + 1].count++;
        }
        Generation young = new Generation();
        for (int i = generation; i >= 0; i--) {
            generations[i].count = 0;
            young.takeAll(generations[i]);
        }
        return young;
    }

    private static void countFromOutside(Generation young, Counting counting) {
        for (ListObject each = young.first(); each != young.end(); each = each.next) {
            each.fromOutside = counting.references(each);
            each.suspected = true;
        }
        for (ListObject each = young.first(); each != young.end(); each = each.next) {
            for (int i = 0; i < each.size(); i++) {
                if (each.object(i) instanceof ListObject inner && inner.suspected) {
                    inner.fromOutside--;
                }
            }
        }
    }

    /** Moves what cannot be reached; a container that proves reachable after it was moved comes back, behind the others. */
    private static void separate(Generation young, Generation unreachable) {
        ListObject each = young.first();
        while (each != young.end()) {
            ListObject next = each.next;
            if (each.fromOutside == 0) {
                unreachable.move(each);
            } else {
                reach(each, young);
                next = each.next;
            }
            each = next;
        }
    }

    private static void reach(ListObject container, Generation young) {
        container.suspected = false;
        for (int i = 0; i < container.size(); i++) {
            if (container.object(i) instanceof ListObject inner && inner.suspected && inner.fromOutside == 0) {
                inner.fromOutside = 1;
                young.move(inner);
            }
        }
    }

    private void age(Generation young, int generation) {
        if (generation == OLDEST) {
            longLivedPending = 0;
            longLived = young.size();
        } else if (generation == OLDEST - 1) {
            longLivedPending += young.size();
        }
        generations[Math.min(generation + 1, OLDEST)].takeAll(young);
    }

    /** Empties each container, so that the counts free them. One that others of them still refer to waits for its end among the older. */
    private static void free(Generation unreachable, Generation older, ObjectThread by) {
        while (!unreachable.empty()) {
            ListObject each = unreachable.first();
            older.move(each);
            by.keep(each);
            by.clear(each);
            by.drop(each);
        }
    }
}
