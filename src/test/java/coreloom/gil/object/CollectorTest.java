package coreloom.gil.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.Uncounted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the collector runs, and what it says of itself. */
class CollectorTest {
    private long now;

    private Heap heap(Thresholds thresholds) {
        return new Heap(Counting.Way.PLAIN, thresholds, () -> now += 5);
    }

    @ParameterizedTest
    @CsvSource({"700,701", "2000,2001", "1,2"})
    void theYoungestIsCollectedAtTheFirstSafePointAfterSoManyNetContainers(int threshold, int trigger) {
        Heap heap = heap(new Thresholds(threshold, 10, 10));
        ObjectThread thread = heap.attach(new Uncounted());
        for (int made = 1; made < trigger; made++) {
            thread.newList();
            thread.safePoint();
        }
        assertEquals(0, heap.account().collections(0), "one container less than the trigger");
        thread.newList();
        assertEquals(0, heap.account().collections(0), "making a container only notes that it is due");
        thread.safePoint();
        assertEquals(1, heap.account().collections(0));
        thread.safePoint();
        assertEquals(1, heap.account().collections(0), "once");
    }

    private static void make(int lists, ObjectThread thread) {
        for (int i = 0; i < lists; i++) {
            thread.newList();
        }
        thread.safePoint();
    }

    @Test
    void eightyFreedListsAreMadeAgainWithoutCounting() {
        Heap heap = heap(new Thresholds(100, 10, 10));
        ObjectThread thread = heap.attach(new Uncounted());
        List<ListObject> lists = Stream.generate(thread::newList).limit(90).toList();
        lists.forEach(thread::drop);
        make(80, thread);
        make(20, thread);
        assertEquals(0, heap.account().collections(0), "90 made, 10 freed beyond the free list, 20 made beyond it: 100");
        make(1, thread);
        assertEquals(1, heap.account().collections(0));
    }

    @Test
    void aFullCollectionEmptiesTheFreeList() {
        Heap heap = heap(new Thresholds(100, 10, 10));
        ObjectThread thread = heap.attach(new Uncounted());
        Stream.generate(thread::newList).limit(80).toList().forEach(thread::drop);
        thread.collect(2);
        make(100, thread);
        assertEquals(0, heap.account().collections(0));
        make(1, thread);
        assertEquals(1, heap.account().collections(0));
    }

    @Test
    void thePresetsAreThoseOfCPython() {
        assertEquals(new Thresholds(700, 10, 10), Thresholds.PYTHON_3_12);
        assertEquals(new Thresholds(2000, 10, 10), Thresholds.PYTHON_3_13);
    }

    @Test
    void olderGenerationsAreCollectedAfterElevenOfTheYounger() {
        Heap heap = heap(new Thresholds(3, 10, 10));
        ObjectThread thread = heap.attach(new Uncounted());
        trigger(thread, 11);
        assertEquals("11 0 0", collections(heap));
        trigger(thread, 1);
        assertEquals("11 1 0", collections(heap), "the twelfth collects generation 1 with it");
        trigger(thread, 12 * 10);
        assertEquals("121 11 0", collections(heap));
        trigger(thread, 12);
        assertEquals("132 11 1", collections(heap), "everything");
    }

    @Test
    void aFullCollectionWaitsUntilAQuarterIsNew() {
        Heap heap = heap(new Thresholds(3, 10, 10));
        ObjectThread thread = heap.attach(new Uncounted());
        trigger(thread, 11 * 12 + 12);
        assertEquals(1, heap.account().collections(2));
        for (int i = 0; i < 12 * 30; i++) {
            garbage(thread, 4);
            thread.safePoint();
        }
        assertEquals(1, heap.account().collections(2), "nothing that is new has lived long");
        trigger(thread, 12 * 12);
        assertEquals(2, heap.account().collections(2), "more than a quarter has");
    }

    @Test
    void whatRefersToItselfIsFreedOnlyByTheCollectorWithAllThatOnlyItRefersTo() {
        Heap heap = heap(Thresholds.PYTHON_3_13);
        ObjectThread thread = heap.attach(new Uncounted());
        ListObject cycle = thread.newList();
        thread.keep(cycle);
        cycle.append(0, cycle);
        PlainObject leaf = thread.newObject();
        cycle.append(0, leaf);
        thread.collect(2);
        assertFalse(cycle.isFreed(), "we refer to it");
        thread.drop(cycle);
        assertFalse(cycle.isFreed(), "it refers to itself");
        thread.collect(2);
        assertTrue(cycle.isFreed() && leaf.isFreed());
    }

    @Test
    void pausesAreAddedUpOnTheClockThatWasGiven() {
        Heap heap = heap(Thresholds.PYTHON_3_13);
        ObjectThread thread = heap.attach(new Uncounted());
        garbage(thread, 3);
        thread.collect(0);
        thread.collect(1);
        assertEquals(3, heap.account().freed());
        assertEquals(10, heap.account().pauseNanos());
        assertEquals(5, heap.account().longestPauseNanos());
    }

    @Test
    void aLongChainIsFreedWithoutDeepRecursion() {
        ObjectThread thread = heap(new Thresholds(Integer.MAX_VALUE, 10, 10)).attach(new Uncounted());
        List<ListObject> all = new ArrayList<>();
        ListObject head = thread.newList();
        for (int i = 0; i < 200_000; i++) {
            all.add(head);
            ListObject next = thread.newList();
            next.append(0, head);
            head = next;
        }
        thread.drop(head);
        assertTrue(all.stream().allMatch(ListObject::isFreed));
    }

    /** Containers that live, until the youngest generation has been looked at so many times. */
    private static void trigger(ObjectThread thread, int times) {
        for (int i = 0; i < 4 * times; i++) {
            thread.newList();
            thread.safePoint();
        }
    }

    private static void garbage(ObjectThread thread, int count) {
        for (int i = 0; i < count; i++) {
            ListObject list = thread.newList();
            thread.keep(list);
            list.append(0, list);
            thread.drop(list);
        }
    }

    private static String collections(Heap heap) {
        return heap.account().collections(0) + " " + heap.account().collections(1) + " " + heap.account().collections(2);
    }
}
