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
        shares.derive(new CoreShares(), table(0, 100, 1000, 10, 5), table(0, 160, 1030, 15, 10));
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
        shares.derive(new CoreShares(), earlier, later);
        assertEquals(4, shares.size());
        assertEquals(1, shares.busy(shares.find(0)), 1e-6);
        assertFalse(shares.known(shares.find(1)));
        assertFalse(shares.known(shares.find(3)));
        assertEquals(0.25, shares.busy(shares.find(5)), 1e-6);
    }

    @Test
    void aCoreThatWasSeenKeepsItsRowWhileItIsOffline() {
        CoreTable both = table(0, 0, 0, 0, 0);
        both.add(1, 0, 0, 0, 0);
        CoreShares before = new CoreShares();
        before.derive(new CoreShares(), both, table(0, 100, 0, 0, 0));
        shares.derive(before, table(0, 100, 0, 0, 0), table(0, 150, 50, 0, 0));
        assertEquals(2, shares.size());
        assertEquals(0.5, shares.busy(0), 1e-6);
        assertTrue(shares.offline(1) && !shares.known(1));
        assertFalse(shares.offline(0));
        shares.derive(before, new CoreTable(), new CoreTable());
        assertFalse(shares.offline(1), "where no core can be read, none is known to be offline");
    }

    @Test
    void timesThatRanBackAreAGapAndNotAShare() {
        shares.derive(new CoreShares(), table(0, 500, 100, 0, 0), table(0, 10, 200, 0, 0));
        assertFalse(shares.known(0));
        shares.derive(new CoreShares(), table(0, 5, 100, 0, 0), table(0, 5, 100, 0, 0));
        assertFalse(shares.known(0));
    }

    @Test
    void idleThatSteppedBackByATickDoesNotMakeABusyCoreMoreThanBusy() {
        shares.derive(new CoreShares(), table(0, 100, 1010, 50, 0), table(0, 200, 1000, 50, 0));
        assertEquals(1, shares.busy(0), 1e-6);
        assertTrue(shares.known(0));
    }

    private static CoreTable table(int id, long busy, long idle, long ioWait, long steal) {
        CoreTable table = new CoreTable();
        table.add(id, busy, idle, ioWait, steal);
        return table;
    }
}
