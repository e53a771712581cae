package coreloom.sampler.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.CoreTable;
import org.junit.jupiter.api.Test;

class CorePositionsTest {
    private static final long[] NOTHING = new long[8];
    /** user, nice, system, idle, I/O wait, irq, softirq, steal. */
    private static final long[] TIMES = {1, 20, 300, 4_000, 50_000, 600_000, 7_000_000, 80_000_000};

    private final CoreTable table = new CoreTable();

    private static long[] busy(long millis) {
        return new long[] {millis, 0, 0, 5, 0, 0, 0, 0};
    }

    @Test
    void everyTimeGoesToItsColumn() {
        assertTrue(CorePositions.fill(new int[] {0}, new long[][] {TIMES}, table));
        assertEquals(7_600_321, table.busyMillis(0));
        assertEquals(4_000, table.idleMillis(0));
        assertEquals(50_000, table.ioWaitMillis(0));
        assertEquals(80_000_000, table.stealMillis(0));
    }

    @Test
    void positionsCountOnlyTheCoresThatAreOnline() {
        assertTrue(CorePositions.fill(new int[] {1, 5}, new long[][] {busy(11), busy(15), NOTHING, NOTHING}, table));
        assertEquals(2, table.size());
        assertEquals(11, table.busyMillis(table.find(1)));
        assertEquals(15, table.busyMillis(table.find(5)));
        assertTrue(table.find(0) < 0);
    }

    @Test
    void fewerTimesThanCoresGiveNoRow() {
        assertFalse(CorePositions.fill(new int[] {0, 1, 2}, new long[][] {busy(1), busy(2), NOTHING}, table));
        assertEquals(0, table.size());
    }

    @Test
    void moreTimesThanCoresGiveNoRow() {
        assertFalse(CorePositions.fill(new int[] {0}, new long[][] {busy(1), busy(2)}, table));
        assertEquals(0, table.size());
    }

    @Test
    void noTimesGiveNoRow() {
        assertFalse(CorePositions.fill(new int[] {0}, new long[][] {NOTHING}, table));
        assertEquals(0, table.size());
    }
}
