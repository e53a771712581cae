package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.CoreTable;
import org.junit.jupiter.api.Test;

/** Busy shares of cores, with cores that come and go. */
class CoreSharesTest {
    private final CoreShares shares = new CoreShares();

    @Test
    void busyIsWhatIsNeitherIdleNorWaitingNorStolen() {
        shares.derive(table(0, 100, 1000, 10, 5), table(0, 160, 1030, 15, 10));
        assertEquals(0.6, shares.busy(0), 1e-6);
        assertEquals(0.05, shares.steal(0), 1e-6);
    }

    @Test
    void aCoreThatCameOrWentIsAGapAndDoesNotShiftTheOthers() {
        CoreTable earlier = table(0, 0, 0, 0, 0);
        earlier.add(1, 0, 0, 0, 0);
        earlier.add(5, 0, 0, 0, 0);
        CoreTable later = table(0, 100, 0, 0, 0);
        later.add(3, 50, 50, 0, 0);
        later.add(5, 25, 75, 0, 0);
        shares.derive(earlier, later);
        assertEquals(4, shares.size());
        assertEquals(1, shares.busy(shares.find(0)), 1e-6);
        assertFalse(shares.known(shares.find(1)));
        assertFalse(shares.known(shares.find(3)));
        assertEquals(0.25, shares.busy(shares.find(5)), 1e-6);
    }

    @Test
    void timesThatRanBackAreAGapAndNotAShare() {
        shares.derive(table(0, 500, 100, 0, 0), table(0, 10, 200, 0, 0));
        assertFalse(shares.known(0));
        shares.derive(table(0, 5, 100, 0, 0), table(0, 5, 100, 0, 0));
        assertFalse(shares.known(0));
    }

    @Test
    void idleThatSteppedBackByATickDoesNotMakeABusyCoreMoreThanBusy() {
        shares.derive(table(0, 100, 1010, 50, 0), table(0, 200, 1000, 50, 0));
        assertEquals(1, shares.busy(0), 1e-6);
        assertTrue(shares.known(0));
    }

    private static CoreTable table(int id, long busy, long idle, long ioWait, long steal) {
        CoreTable table = new CoreTable();
        table.add(id, busy, idle, ioWait, steal);
        return table;
    }
}
