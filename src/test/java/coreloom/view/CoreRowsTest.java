package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.CoreShares;
import coreloom.snapshot.CoreKind;
import coreloom.snapshot.LogicalCore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How cores are dealt out to rows. */
class CoreRowsTest {
    private static final CoreShares NONE_SEEN = new CoreShares();

    /** Two packages, two nodes and four caches each, SMT siblings half the machine apart. */
    private static List<LogicalCore> machine(int cores) {
        List<LogicalCore> topology = new ArrayList<>();
        for (int id = 0; id < cores; id++) {
            int physical = id % (cores / 2);
            int eighth = physical * 8 / (cores / 2);
            topology.add(new LogicalCore(id, physical, eighth / 4, eighth / 2, OptionalInt.of(eighth), CoreKind.ORDINARY));
        }
        return topology;
    }

    private static List<String> labels(CoreRows rows) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            labels.add(rows.label(new StringBuilder(), row).toString());
        }
        return labels;
    }

    private static CoreRows rows(Fold fold, List<LogicalCore> topology, int most) {
        return CoreRows.of(fold, topology, NONE_SEEN, most, new boolean[0]);
    }

    @ParameterizedTest
    @EnumSource
    void everyCoreHasOneRowHoweverFewThereAre(Fold fold) {
        for (int most : new int[] {1, 2, 3, 7, 18, 400}) {
            CoreRows rows = rows(fold, machine(256), most);
            assertTrue(rows.count() >= 1 && rows.count() <= most, fold + ": " + rows.count() + " rows of " + most);
            int sum = 0;
            for (int row = 0; row < rows.count(); row++) {
                sum += rows.size(row);
            }
            assertEquals(256, sum);
            assertEquals(256, rows.cores());
        }
    }

    @Test
    void rowsAreCalledAfterWhatTheyAre() {
        List<LogicalCore> machine = machine(16);
        assertEquals(List.of("c0", "c1", "c2"), labels(rows(Fold.NONE, machine, 16)).subList(0, 3));
        assertEquals(List.of("0-3", "4-7", "8-11", "12-15"), labels(rows(Fold.NONE, machine, 4)));
        assertEquals(List.of("0,8", "1,9"), labels(rows(Fold.SMT, machine, 8)).subList(0, 2));
        assertEquals(List.of("0-1×2", "2-3×2", "4-5×2", "6-7×2"), labels(rows(Fold.SMT, machine, 4)));
        assertEquals(List.of("cache0", "cache1"), labels(rows(Fold.CACHE, machine, 8)).subList(0, 2));
        assertEquals(List.of("node0-1", "node2-3"), labels(rows(Fold.NODE, machine, 2)));
        assertEquals(List.of("pkg0", "pkg1"), labels(rows(Fold.PACKAGE, machine, 8)));
    }

    @Test
    void theCoresOfARowAreListedAsRangesAsFarAsThereIsRoom() {
        CoreRows rows = rows(Fold.NODE, machine(16), 8);
        assertEquals("0-1,8-9", rows.list(new StringBuilder(), 0, 20).toString());
        assertEquals("0-1…", rows.list(new StringBuilder(), 0, 5).toString());
    }

    @Test
    void theBusiestHaveRowsOfTheirOwnAndTheRestOne() {
        boolean[] busiest = new boolean[16];
        busiest[3] = true;
        busiest[9] = true;
        CoreRows rows = CoreRows.of(Fold.BUSIEST, machine(16), NONE_SEEN, 3, busiest);
        assertEquals(List.of("c3", "c9", "14 rest"), labels(rows));
        assertEquals(2, rows.of(15));
        assertEquals(16, rows(Fold.BUSIEST, machine(16), 16).count(), "no rest where there is room for all");
    }

    @Test
    void rowsOfOneKindAreMarked() {
        List<LogicalCore> topology = List.of(new LogicalCore(0, 0, 0, 0, OptionalInt.of(0), CoreKind.PERFORMANCE),
                new LogicalCore(1, 0, 0, 0, OptionalInt.of(0), CoreKind.PERFORMANCE), new LogicalCore(2, 2, 0, 0, OptionalInt.of(0), CoreKind.EFFICIENCY));
        assertEquals(List.of("c0P", "c1P", "c2E"), labels(rows(Fold.NONE, topology, 3)));
        assertEquals(List.of("0,1P", "2E"), labels(rows(Fold.SMT, topology, 3)));
        assertEquals(List.of("pkg0"), labels(rows(Fold.PACKAGE, topology, 3)), "of both kinds");
    }

    @Test
    void aMachineThatDoesNotTellItsCachesHasNone() {
        assertFalse(rows(Fold.CACHE, List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 1, 0, 0)), 8).told());
        assertTrue(rows(Fold.NODE, List.of(new LogicalCore(0, 0, 0, 0)), 8).told());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, 511})
    void aCoreWithoutARowHasNone(int id) {
        assertTrue(rows(Fold.NONE, List.of(new LogicalCore(1, 1, 0, 0), new LogicalCore(7, 7, 0, 0)), 8).of(id) < 0);
    }
}
