package coreloom.gil.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.Pauses;
import coreloom.gil.Uncounted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the collector of a heap without interpreter lock runs, what it stops for, and whose containers it frees. */
class WorldCollectorTest {
    private static final int BUFFERED = ThreadHeap.BUFFERED;

    private long now;
    private final List<String> events = new ArrayList<>();

    private final class Told implements Pauses {
        @Override
        public void pauseBegins() {
            events.add("stop");
        }

        @Override
        public void pauseEnds() {
            events.add("go");
        }

        @Override
        public void collected() {
            events.add("collected");
        }
    }

    private Heap heap(int threshold) {
        return Heap.unguarded(Counting.Way.BIASED, threshold, () -> now += 5);
    }

    private static void live(ObjectThread thread, int count) {
        for (int i = 0; i < count; i++) {
            thread.newList();
            thread.safePoint();
        }
    }

    private static void garbage(ObjectThread thread, int count) {
        for (int i = 0; i < count; i++) {
            ListObject list = thread.newList();
            thread.keep(list);
            thread.append(list, 0, list);
            thread.drop(list);
            thread.safePoint();
        }
    }

    @Test
    void threadsTellOfTheirContainersByTheBufferful() {
        Heap heap = heap(2_000);
        ObjectThread one = heap.attach(new Uncounted());
        ObjectThread other = heap.attach(new Uncounted());
        live(one, 2 * BUFFERED);
        live(other, 2 * BUFFERED - 1);
        assertEquals(0, heap.account().collections(0), "2047 have been made, but only 1536 told of");
        live(other, 1);
        assertEquals(1, heap.account().collections(0), "2048 are more than 2000");
    }

    @Test
    void aQuarterOfThoseThatLiveMustBeNew() {
        Heap heap = heap(BUFFERED);
        ObjectThread thread = heap.attach(new Uncounted());
        live(thread, 16 * BUFFERED);
        thread.collect(0);
        long before = heap.account().collections(0);
        live(thread, 4 * BUFFERED);
        assertEquals(before, heap.account().collections(0), "a quarter is not more than a quarter");
        live(thread, BUFFERED);
        assertEquals(before + 1, heap.account().collections(0));
    }

    @Test
    void whatIsFreedDoesNotPutOffTheNextCollection() {
        Heap heap = heap(BUFFERED);
        ObjectThread thread = heap.attach(new Uncounted());
        for (int i = 1; i <= 3; i++) {
            garbage(thread, 2 * BUFFERED);
            assertEquals(i, heap.account().collections(0), "what the last one freed does not count below zero");
        }
    }

    @Test
    void theWorldIsStoppedTwiceAndRunsWhileTheDeadAreEmptied() {
        Heap heap = heap(2_000);
        ObjectThread thread = heap.attach(new Told());
        garbage(thread, 3);
        thread.collect(0);
        assertEquals(List.of("stop", "go", "stop", "go", "collected"), events);
        assertEquals(3, heap.account().freed());
        assertEquals(10, heap.account().pauseNanos());
    }

    @Test
    void whatAFinalizerMakesReachableStaysWithAllItRefersTo() {
        ListObject[] made = new ListObject[3];
        List<ListObject> saved = new ArrayList<>();
        ObjectThread[] threads = new ObjectThread[1];
        Heap heap = new Heap(Counting.Way.BIASED, new WorldCollector(2_000, () -> 0, unreachable -> {
            if (saved.isEmpty()) {
                assertEquals(3, unreachable.size());
                threads[0].keep(made[0]);
                saved.add(made[0]);
            }
        }));
        ObjectThread thread = heap.attach(new Uncounted());
        threads[0] = thread;
        for (int i = 0; i < 3; i++) {
            made[i] = thread.newList();
        }
        refer(thread, made[0], made[1]);
        refer(thread, made[1], made[0]);
        refer(thread, made[2], made[2]);
        for (ListObject each : made) {
            thread.drop(each);
        }
        thread.collect(0);
        assertFalse(made[0].isFreed() || made[1].isFreed(), "one is saved, and refers to the other");
        assertTrue(made[2].isFreed());
        thread.drop(saved.get(0));
        thread.collect(0);
        assertTrue(made[0].isFreed() && made[1].isFreed());
    }

    private static void refer(ObjectThread thread, ListObject from, ListObject to) {
        thread.keep(to);
        thread.append(from, 0, to);
    }

    @Test
    void whatIsQueuedForAThreadIsMergedWhereverThatThreadIs() {
        Heap heap = heap(2_000);
        ObjectThread owner = heap.attach(new Uncounted());
        ObjectThread other = heap.attach(new Uncounted());
        PlainObject object = owner.newObject();
        ListObject list = owner.newList();
        other.drop(object);
        other.drop(list);
        assertFalse(object.isFreed() || list.isFreed(), "the owner is to merge them");
        other.collect(0);
        assertTrue(object.isFreed() && list.isFreed());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void aCycleThroughTheListsOfTwoThreadsIsFreed(Counting.Way way) {
        Heap heap = Heap.unguarded(way, 2_000, () -> 0);
        ObjectThread one = heap.attach(new Uncounted());
        ObjectThread other = heap.attach(new Uncounted());
        ListObject first = one.newList();
        ListObject second = other.newList();
        refer(other, second, first);
        refer(one, first, second);
        one.drop(first);
        one.collect(0);
        assertFalse(first.isFreed() || second.isFreed(), "the other thread refers to it");
        other.drop(second);
        one.collect(0);
        assertTrue(first.isFreed() && second.isFreed());
    }

    @Test
    void aListGoesBackToItsMakerWhoeverFreesIt() {
        Heap heap = heap(2_000);
        ObjectThread maker = heap.attach(new Uncounted());
        ObjectThread other = heap.attach(new Uncounted());
        ListObject list = maker.newList();
        other.drop(list);
        maker.safePoint();
        ListObject merged = maker.newList();
        assertSame(list, merged, "freed by its maker");
        other.keep(merged);
        maker.drop(merged);
        other.drop(merged);
        assertTrue(merged.isFreed(), "freed by the other");
        assertNotSame(merged, other.newList());
        assertSame(merged, maker.newList());
    }

    @Test
    void theListsOfAThreadThatHasEndedAreCollectedAndThenTakenOver() {
        Heap heap = heap(2_000);
        ObjectThread thread = heap.attach(new Uncounted());
        ListObject cycle = thread.newList();
        refer(thread, cycle, cycle);
        ListObject kept = thread.newList();
        thread.drop(cycle);
        thread.end();
        ObjectThread other = heap.attach(new Uncounted());
        other.collect(0);
        assertTrue(cycle.isFreed());
        assertFalse(kept.isFreed());
        assertSame(cycle, other.newList(), "one heap after the other");
        other.drop(kept);
        assertTrue(kept.isFreed(), "nobody is there to merge it any more");
    }

    @Test
    void aThreadThatEndsTellsOfItsContainers() {
        Heap heap = heap(BUFFERED);
        live(heap.attach(new Uncounted()), BUFFERED - 1);
        ObjectThread ends = heap.attach(new Uncounted());
        live(ends, BUFFERED - 1);
        ends.end();
        ObjectThread thread = heap.attach(new Uncounted());
        live(thread, BUFFERED - 1);
        assertEquals(0, heap.account().collections(0));
        live(thread, 1);
        assertEquals(1, heap.account().collections(0), "511 of the one that has ended, and 512");
    }

    @Test
    void plainCountingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Heap.unguarded(Counting.Way.PLAIN, 1, () -> 0));
    }
}
