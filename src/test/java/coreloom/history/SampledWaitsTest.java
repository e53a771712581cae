package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import org.junit.jupiter.api.Test;

class SampledWaitsTest {
    private static final long LOCK = 0x7f10d4c6a140L;

    private final ThreadTable earlier = table();
    private final ThreadTable later = table();
    private final WaitSplit split = new WaitSplit();

    private static ThreadTable table() {
        ThreadTable table = new ThreadTable();
        table.reset(2);
        for (int row = 0; row < 2; row++) {
            table.put(row, 40, 41 + row, 500, "worker");
            table.onCpu(row, 1_000);
            table.runDelay(row, 10);
            table.slices(row, 3);
        }
        return table;
    }

    private static void samples(ThreadTable table, int all, int lock, int io) {
        table.samples(0, all);
        table.blockedSamples(0, WaitKind.LOCK, lock);
        table.blockedSamples(0, WaitKind.IO, io);
    }

    @Test
    void aThreadThatDidNotRunStayedInItsWait() {
        later.wait(0, WaitKind.SLEEP, 0);
        assertTrue(split.split(earlier, later, 0, 100));
        assertEquals(100, split.of(WaitKind.SLEEP));
        assertEquals(0, split.of(WaitKind.OTHER));
    }

    @Test
    void aThreadThatRanIsSplitByItsSamplesOfTheInterval() {
        samples(earlier, 1000, 900, 0);
        samples(later, 1100, 930, 10);
        later.slices(0, 4);
        later.wait(0, WaitKind.IO, 0);
        assertTrue(split.split(earlier, later, 0, 80));
        assertEquals(60, split.of(WaitKind.LOCK));
        assertEquals(20, split.of(WaitKind.IO));
    }

    @Test
    void aNewThreadIsSplitByAllItsSamples() {
        earlier.put(0, 40, 41, 499, "another");
        samples(later, 4, 1, 3);
        assertTrue(split.split(earlier, later, 0, 8));
        assertEquals(2, split.of(WaitKind.LOCK));
    }

    @Test
    void whatNobodySawIsOther() {
        later.slices(0, 4);
        assertFalse(split.split(earlier, later, 0, 80));
        assertEquals(80, split.of(WaitKind.OTHER));
        samples(earlier, 10, 0, 0);
        samples(later, 20, 0, 0);
        assertFalse(split.split(earlier, later, 0, 80), "it ran whenever it was looked at");
        assertEquals(80, split.of(WaitKind.OTHER));
    }

    @Test
    void whereNoLookOfTheIntervalFoundItBlockedAllEarlierOnesHold() {
        samples(earlier, 10, 6, 2);
        samples(later, 12, 6, 2);
        later.slices(0, 4);
        assertTrue(split.split(earlier, later, 0, 80));
        assertEquals(60, split.of(WaitKind.LOCK));
        assertEquals(20, split.of(WaitKind.IO));
        assertEquals(0, split.of(WaitKind.OTHER));
    }

    @Test
    void theLockThatSeveralWaitForIsNamed() {
        SampledWaits waits = new SampledWaits();
        later.wait(0, WaitKind.LOCK, LOCK);
        waits.begin();
        waits.add(earlier, later, 0, 100);
        assertTrue(waits.locks().busiest().isEmpty(), "it may be that thread's own");
        later.wait(1, WaitKind.LOCK, LOCK);
        waits.begin();
        waits.add(earlier, later, 0, 100);
        waits.add(earlier, later, 1, 100);
        BusiestLock busiest = waits.locks().busiest().orElseThrow();
        assertEquals(new BusiestLock(40, LOCK, 2, false), busiest);
        assertEquals("0x7f10d4c6a140", busiest.name());
        assertTrue(waits.known());
        assertEquals(300, waits.nanos(WaitKind.LOCK));
    }

    @Test
    void aLockWithMuchWaitingIsFoundAmongAThousandOthers() {
        LockTally tally = new LockTally();
        for (int i = 1; i <= 1000; i++) {
            tally.begin();
            tally.add(1, i, false, 1);
            tally.add(1, LOCK, true, 50);
            tally.add(1, LOCK, true, 50);
        }
        assertEquals(LOCK, tally.busiest().orElseThrow().address());
    }
}
