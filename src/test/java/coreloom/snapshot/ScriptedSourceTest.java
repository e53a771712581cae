package coreloom.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WorkerTable.Count;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedSourceTest {
    @Test
    void sharesHoldUntilTheyAreChanged() {
        List<Snapshot> all = ScriptedSource.cores(2).lasting(4)
                .at(0, machine -> machine.core(0).busy(0.75))
                .at(2, machine -> machine.core(0).busy(0).steal(0.5)).all();
        assertEquals(4, all.size());
        assertEquals(0, all.get(0).cores().busyMillis(0));
        assertEquals(1500, all.get(3).cores().busyMillis(0));
        assertEquals(500, all.get(3).cores().stealMillis(0));
        assertEquals(1000, all.get(3).cores().idleMillis(0));
    }

    @Test
    void threadsKeepTheirRowsAndNewOnesTakeFreeOnes() {
        List<Snapshot> all = ScriptedSource.cores(1).lasting(3)
                .at(0, machine -> machine.thread(10, 11, "first").onCpu(0.5))
                .at(0, machine -> machine.thread(10, 12, "second").without(ThreadTable.RUN_DELAY))
                .at(1, machine -> machine.thread(11).ends())
                .at(2, machine -> machine.thread(10, 13, "third")).all();
        assertFalse(all.get(1).threads().used(0));
        assertTrue(all.get(2).threads().sameThread(1, all.get(0).threads()));
        assertFalse(all.get(2).threads().knows(1, ThreadTable.RUN_DELAY));
        assertEquals(13, all.get(2).threads().tid(0));
    }

    @Test
    void lanesGoThroughPhasesAndTheListStaysWhileNothingChanges() {
        ScriptedSource source = ScriptedSource.cores(2).every(Duration.ofMillis(500)).lasting(4)
                .at(0, machine -> machine.profile("cpu"))
                .at(0, machine -> machine.lane("gil", "gil", 2).process(10).worker(10, 11).units(100).waits(WaitKind.INTERPRETER_LOCK, 0.5)
                        .lockWaits(10, 5_000_000))
                .at(2, machine -> machine.lane("gil").phase(Phase.MEASURED));
        Snapshot first = source.next();
        Snapshot second = source.next();
        assertSame(first.lanes(), second.lanes());
        assertEquals(Phase.MEASURED, source.next().lanes().get(0).phase());
        Snapshot last = source.next();
        assertEquals(150, last.workers().count(0, Count.UNITS));
        assertEquals(750_000_000, last.workers().waitNanos(0, WaitKind.INTERPRETER_LOCK));
        assertEquals(15, last.workers().waits(0, WaitBuckets.of(5_000_000)));
        assertEquals(500_000_000, source.untilNextNanos(7));
        assertFalse(source.read(last));
    }
}
