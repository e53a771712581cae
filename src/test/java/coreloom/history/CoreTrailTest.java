package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which core each thread was on. */
class CoreTrailTest {
    private static CoreTrail trail(ScriptedSource source) {
        CoreTrail trail = new CoreTrail();
        List<Snapshot> all = source.all();
        for (int i = 1; i < all.size(); i++) {
            trail.add(i - 1, all.get(i - 1), all.get(i));
        }
        return trail;
    }

    @Test
    void theCoreAtTheEndOfEachInterval() {
        CoreTrail trail = trail(ScriptedSource.cores(4).lasting(5)
                .at(0, machine -> machine.thread(10, 11, "a").onCpu(0.5).lastOn(1))
                .at(2, machine -> machine.thread(11).lastOn(3))
                .at(3, machine -> machine.thread(11).onCpu(0)));
        int row = trail.find(10, 11);
        assertEquals(List.of(1, 3, 3, 3), List.of(trail.core(row, 0), trail.core(row, 1), trail.core(row, 2), trail.core(row, 3)));
        assertTrue(trail.ran(row, 2));
        assertFalse(trail.ran(row, 3));
        assertEquals(-1, trail.core(row, 4));
        assertEquals(-1, trail.core(row, -1));
    }

    @Test
    void aNewThreadDoesNotInheritTheTrailOfItsRow() {
        CoreTrail trail = trail(ScriptedSource.cores(2).lasting(5)
                .at(0, machine -> machine.thread(10, 11, "a").lastOn(1))
                .at(2, machine -> machine.thread(11).ends())
                .at(3, machine -> machine.thread(10, 12, "b").lastOn(0)));
        assertEquals(-1, trail.find(10, 11));
        int row = trail.find(10, 12);
        assertEquals(-1, trail.core(row, 1));
        assertEquals(0, trail.core(row, 2));
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        CoreTrail trail = trail(ScriptedSource.cores(2).lasting(3)
                .at(0, machine -> machine.thread(10, 11, "a").without(ThreadTable.CORE)));
        assertEquals(-1, trail.core(trail.find(10, 11), 0));
    }

    @Test
    void onlyTheNewestAreKept() {
        CoreTrail trail = trail(ScriptedSource.cores(2).lasting(CoreTrail.LENGTH + 10).at(0, machine -> machine.thread(10, 11, "a").lastOn(1)));
        int row = trail.find(10, 11);
        assertEquals(-1, trail.core(row, 5));
        assertEquals(1, trail.core(row, CoreTrail.LENGTH));
    }
}
