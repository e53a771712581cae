package coreloom.gil.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts go up and down and reach nothing exactly once; real threads lose none of them. */
class CountingTest {
    private static final int THREADS = 4;
    private static final int TURNS = 20_000;

    @ParameterizedTest
    @EnumSource
    void theLastReferenceIsTheLast(Counting.Way way) {
        Counting counting = way.forThread();
        Counted object = new PlainObject();
        counting.born(object);
        counting.increment(object);
        assertEquals(2, counting.references(object));
        assertFalse(counting.decrement(object));
        assertTrue(counting.decrement(object));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyCountsAnImmortalObject(Counting.Way way) {
        Counting counting = way.forThread();
        for (int i = 0; i < 3; i++) {
            assertFalse(counting.decrement(Constant.NONE));
        }
        counting.increment(Constant.NONE);
        assertEquals(Counted.IMMORTAL, Constant.NONE.local);
        assertEquals(0, Constant.NONE.shared);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void threadsLoseNoCount(Counting.Way way) throws Exception {
        Counting owner = way.forThread();
        Counted object = new PlainObject();
        owner.born(object);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            FutureTask<Boolean> task = new FutureTask<>(() -> churn(way.forThread(), object));
            tasks.add(task);
            new Thread(task, "counts-" + i).start();
        }
        boolean early = churn(owner, object);
        for (FutureTask<Boolean> task : tasks) {
            early |= task.get();
        }
        assertFalse(early, "freed while a reference is there");
        assertEquals(1, owner.references(object));
        assertTrue(owner.decrement(object));
    }

    private static boolean churn(Counting counting, Counted object) {
        boolean freed = false;
        for (int i = 0; i < TURNS; i++) {
            counting.increment(object);
            counting.increment(object);
            freed |= counting.decrement(object);
            freed |= counting.decrement(object);
        }
        return freed;
    }

    @Test
    void aForeignThreadLeavesItsLastReferenceToTheOwner() {
        BiasedCounting owner = new BiasedCounting();
        BiasedCounting foreign = new BiasedCounting();
        Counted object = new PlainObject();
        owner.born(object);
        assertFalse(foreign.decrement(object), "the owner is to free it");
        assertTrue(owner.asked());
        assertSame(object, owner.mergeQueued());
        assertFalse(owner.asked());
    }

    @Test
    void afterTheOwnersLastReferenceAForeignThreadFrees() {
        BiasedCounting owner = new BiasedCounting();
        BiasedCounting foreign = new BiasedCounting();
        Counted object = new PlainObject();
        owner.born(object);
        foreign.increment(object);
        assertFalse(owner.decrement(object));
        assertTrue(foreign.decrement(object));
    }
}
