package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.WaitTimes.Mark;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** How long waits took, interval by interval. */
class WaitTimesTest {
    private static History play(ScriptedSource source) {
        History history = new History(2);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return history;
    }

    @Test
    void theWorkersOfTheLaneTogether() {
        History history = play(ScriptedSource.cores(2).lasting(3).at(0, machine -> {
            machine.lane("gil", "gil", 2).process(10);
            machine.lane("gil").worker(10, 11).lockWaits(98, 1_000_000);
            machine.lane("gil").worker(10, 12).lockWaits(2, 60_000_000);
        }));
        WaitTimes times = history.waitTimes(1).orElseThrow();
        assertTrue(times.told());
        assertEquals(100, times.total());
        assertEquals(1e6, times.nanos(Mark.P50), 125e3);
        assertEquals(1e6, times.nanos(Mark.P90), 125e3);
        assertEquals(60e6, times.nanos(Mark.P99), 7.5e6);
        assertEquals(60e6, times.nanos(Mark.MAX), 7.5e6);
        int counted = 0;
        for (int step = 0; step < WaitTimes.STEPS; step++) {
            counted += times.count(step);
            assertTrue(times.count(step) == 0 || WaitTimes.floorNanos(step) <= 60_000_000);
        }
        assertEquals(100, counted);
    }

    @Test
    void withoutWorkersNobodyTells() {
        History history = play(ScriptedSource.cores(2).lasting(3).at(0, machine -> machine.lane("server", "attached", 0).process(10)));
        assertFalse(history.waitTimes(1).orElseThrow().told());
        assertTrue(history.waitTimes(2).isEmpty(), "not derived yet");
    }
}
