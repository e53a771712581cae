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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lists that refer to each other at random, beside a model of them that only knows reachability: nothing reachable is ever freed, and a full
 * collection frees everything else.
 */
class RandomGraphTest {
    private static final int RUNS = 60;
    private static final int CHANGES = 400;

    private final Map<ListObject, List<ListObject>> edges = new IdentityHashMap<>();
    private final List<ListObject> held = new ArrayList<>();
    private ObjectThread thread;
    private Random random;

    @ParameterizedTest
    @EnumSource
    void exactlyTheUnreachableIsFreed(Counting.Way way) {
        for (long seed = 1; seed <= RUNS; seed++) {
            random = new Random(seed);
            edges.clear();
            held.clear();
            thread = new Heap(way, new Thresholds(1 + random.nextInt(20), 2, 2), () -> 0).attach(new Uncounted());
            for (int i = 0; i < CHANGES; i++) {
                change();
                assertSound(way + ", seed " + seed + ", change " + i);
            }
            thread.collect(2);
            assertComplete(way + ", seed " + seed);
        }
    }

    private void change() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> make();
            case 3, 4, 5 -> connect();
            case 6 -> replace();
            case 7, 8 -> letGo();
            default -> thread.collect(random.nextInt(3));
        }
        if (random.nextBoolean()) {
            thread.safePoint();
        }
    }

    private void make() {
        ListObject list = thread.newList();
        assertFalse(reachable().contains(list), "a list in use was given out again");
        edges.put(list, new ArrayList<>());
        held.add(list);
    }

    private void connect() {
        if (!held.isEmpty()) {
            ListObject from = anyHeld();
            ListObject to = anyHeld();
            thread.keep(to);
            from.append(0, to);
            edges.get(from).add(to);
        }
    }

    private void replace() {
        if (!held.isEmpty()) {
            ListObject from = anyHeld();
            ListObject to = anyHeld();
            if (from.size() > 0) {
                int place = random.nextInt(from.size());
                edges.get(from).set(place, to);
                thread.keep(to);
                thread.drop(from.set(place, 0, to));
            }
        }
    }

    private void letGo() {
        if (!held.isEmpty()) {
            thread.drop(held.remove(random.nextInt(held.size())));
        }
    }

    private ListObject anyHeld() {
        return held.get(random.nextInt(held.size()));
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
        assertSound(where);
    }
}
