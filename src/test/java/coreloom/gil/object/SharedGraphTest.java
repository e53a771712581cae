package coreloom.gil.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.Uncounted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link RandomGraphTest}, with several threads that share one heap, come and go, and take up and drop each other's references: whichever of them
 * collects, nothing reachable is ever freed, and everything else is once all have merged what was left to them. One test thread acts for all of
 * them, in a random order.
 */
class SharedGraphTest {
    private static final int RUNS = 60;
    private static final int CHANGES = 600;
    private static final int THREADS = 3;

    private final Map<ListObject, List<ListObject>> edges = new IdentityHashMap<>();
    private final List<ListObject> held = new ArrayList<>();
    private final List<ObjectThread> threads = new ArrayList<>();
    private Heap heap;
    private Random random;

    static Stream<Arguments> heaps() {
        return Stream.of(Counting.Way.values()).flatMap(way -> way == Counting.Way.PLAIN ? Stream.of(Arguments.of(way, false))
                : Stream.of(Arguments.of(way, false), Arguments.of(way, true)));
    }

    @ParameterizedTest
    @MethodSource("heaps")
    void exactlyTheUnreachableIsFreed(Counting.Way way, boolean free) {
        for (long seed = 1; seed <= RUNS; seed++) {
            String where = way + ", free " + free + ", seed " + seed;
            begin(way, free, seed);
            for (int i = 0; i < CHANGES; i++) {
                change();
                if (i % 10 == 0) {
                    assertSound(where + ", change " + i);
                }
            }
            settle();
            assertSound(where);
            assertComplete(where);
        }
    }

    private void begin(Counting.Way way, boolean free, long seed) {
        random = new Random(seed);
        edges.clear();
        held.clear();
        threads.clear();
        int threshold = 1 + random.nextInt(20);
        heap = free ? Heap.unguarded(way, threshold, () -> 0) : new Heap(way, new Thresholds(threshold, 2, 2), () -> 0);
        for (int i = 0; i < THREADS; i++) {
            threads.add(heap.attach(new Uncounted()));
        }
    }

    /** What a thread does; another may go on with the references it leaves. */
    private void change() {
        int number = random.nextInt(THREADS);
        ObjectThread thread = threads.get(number);
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5 -> make(thread);
            case 6, 7, 8, 9, 10, 11 -> connect(thread);
            case 12, 13 -> replace(thread);
            case 14, 15, 16, 17, 18, 19 -> letGo(thread);
            case 20, 21 -> take(thread);
            case 22 -> thread.collect(random.nextInt(3));
            default -> {
                thread.end();
                threads.set(number, heap.attach(new Uncounted()));
            }
        }
        if (random.nextBoolean()) {
            threads.get(random.nextInt(THREADS)).safePoint();
        }
    }

    private void make(ObjectThread thread) {
        ListObject list = thread.newList();
        assertFalse(reachable().contains(list), "a list in use was given out again");
        edges.put(list, new ArrayList<>());
        held.add(list);
    }

    private void connect(ObjectThread thread) {
        if (!held.isEmpty()) {
            ListObject from = anyHeld();
            ListObject to = anyHeld();
            thread.keep(to);
            thread.append(from, 0, to);
            edges.get(from).add(to);
        }
    }

    private void replace(ObjectThread thread) {
        ListObject from = heldWithElements();
        if (from != null) {
            ListObject to = anyHeld();
            int place = random.nextInt(from.size());
            edges.get(from).set(place, to);
            thread.keep(to);
            thread.drop(thread.set(from, place, 0, to));
        }
    }

    private void take(ObjectThread thread) {
        ListObject from = heldWithElements();
        if (from != null) {
            int place = random.nextInt(from.size());
            ListObject found = (ListObject) thread.element(from, place);
            assertTrue(found == edges.get(from).get(place), "what is in the place");
            held.add(found);
        }
    }

    private void letGo(ObjectThread thread) {
        if (!held.isEmpty()) {
            thread.drop(held.remove(random.nextInt(held.size())));
        }
    }

    private ListObject anyHeld() {
        return held.get(random.nextInt(held.size()));
    }

    private ListObject heldWithElements() {
        ListObject any = held.isEmpty() ? null : anyHeld();
        return any == null || any.size() == 0 ? null : any;
    }

    /** Merging frees lists whose elements are then left to yet another thread, and cycles that were kept by them. */
    private void settle() {
        for (int round = 0; round < 3 * THREADS; round++) {
            threads.forEach(ObjectThread::safePoint);
            threads.get(round % THREADS).collect(2);
        }
    }

    private Set<ListObject> reachable() {
        Set<ListObject> found = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<ListObject> open = new ArrayDeque<>(held);
        while (!open.isEmpty()) {
            ListObject list = open.poll();
            if (found.add(list)) {
                open.addAll(edges.get(list));
            }
        }
        return found;
    }

    private void assertSound(String where) {
        for (ListObject list : reachable()) {
            assertFalse(list.isFreed(), "a reachable list was freed: " + where);
            assertEquals(edges.get(list).size(), list.size(), where);
        }
    }

    private void assertComplete(String where) {
        Set<ListObject> reachable = reachable();
        for (ListObject list : edges.keySet()) {
            assertTrue(reachable.contains(list) || list.isFreed(), "an unreachable list was not freed: " + where);
        }
    }
}
