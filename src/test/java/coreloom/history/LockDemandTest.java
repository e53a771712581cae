package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LockSign;
import org.junit.jupiter.api.Test;

/** Which waits are for locks, and which for somebody to get something done; times of an interval of 100. */
class LockDemandTest {
    private final LockDemand demand = new LockDemand();
    private final SharedWords words = new SharedWords();

    private void shows(double locks, double conditions, double unsure) {
        assertEquals(locks, demand.locks(), 1e-9);
        assertEquals(conditions, demand.conditions(), 1e-9);
        assertEquals(unsure, demand.unsure(), 1e-9);
        demand.clear();
    }

    /** A thread that waits so long, and does something else for the rest. */
    private void waiter(double waits, LockSign sign) {
        demand.waited(waits, sign, 100 - waits);
        demand.used(100 - waits);
    }

    @Test
    void whatTheCallTellsHolds() {
        waiter(90, LockSign.LOCK);
        waiter(80, LockSign.CONDITION);
        demand.restedAtConditions(1, 100);
        demand.settle(false, false);
        assertEquals(1, demand.lockThreads());
        assertEquals(2, demand.waiters());
        assertEquals(20, demand.waitersRan());
        shows(90, 180, 0);
    }

    @Test
    void whatMayBeEitherIsForLocksAsFarAsThoseWhoWaitCouldHoldThem() {
        waiter(98, LockSign.NONE);
        waiter(98, LockSign.NONE);
        demand.settle(false, false);
        shows(2 * 4, 196 - 8, 196 - 8);
        waiter(50, LockSign.NONE);
        waiter(50, LockSign.NONE);
        demand.settle(false, false);
        shows(100, 0, 0);
    }

    @Test
    void conditionsOfAJavaRuntimeMayBeEither() {
        waiter(75, LockSign.CONDITION);
        demand.restedAtConditions(2, 200);
        demand.settle(true, false);
        shows(25 + 2 * 25, 275 - 75, 275 - 75);
    }

    @Test
    void severalAtOneWordOfWhichOneHasATurnWaitForALock() {
        demand.waited(98, LockSign.NONE, 2);
        demand.waited(98, LockSign.NONE, 2);
        demand.settle(false, true);
        shows(196, 0, 0);
    }

    @Test
    void wordsAreSharedWithinAProcess() {
        words.add(1, 0x1000, LockSign.NONE, false);
        words.add(1, 0x1000, LockSign.NONE, false);
        words.add(2, 0x2000, LockSign.LOCK, false);
        words.add(3, 0x2000, LockSign.LOCK, false);
        words.settle();
        assertEquals(0, words.contended(), "nobody tells that the first is a lock, and the others are two");
        assertFalse(words.turns());
        words.add(2, 0x2000, LockSign.NONE, false);
        words.add(1, 0x1000, LockSign.NONE, true);
        words.settle();
        assertTrue(words.turns());
        assertEquals(2 + 2, words.contended());
        assertEquals(1, words.contendedAndTold());
    }

    @Test
    void whereNothingOrAConditionIsWaitedAtThereIsNoWord() {
        words.add(1, 0, LockSign.LOCK, false);
        words.add(1, 0, LockSign.LOCK, false);
        words.add(1, 0x1000, LockSign.CONDITION, false);
        words.add(1, 0x1000, LockSign.CONDITION, true);
        words.settle();
        assertEquals(0, words.contended());
        assertFalse(words.turns());
    }
}
