package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.snapshot.ScriptedSource;
import org.junit.jupiter.api.Test;

/** Moves from core to core, as seen at samples. */
class PlacementRowTest {
    private static History movingEvery(int ticks) {
        ScriptedSource source = ScriptedSource.cores(4).lasting(13).at(0, machine -> machine.thread(10, 11, "a").onCpu(0.5).lastOn(0));
        for (int tick = ticks; tick < 13; tick += ticks) {
            int core = tick / ticks % 4;
            source.at(tick, machine -> machine.thread(11).lastOn(core));
        }
        return Picture.play(source);
    }

    private static PlacementRow row(History history, int columns, int samples) {
        return new PlacementRow(history.trail(), history.trail().find(10, 11), new Sweep(history.count() - 1, columns, samples));
    }

    @Test
    void everyChangeOfCoreIsAMove() {
        History history = movingEvery(3);
        PlacementRow row = row(history, 20, 1);
        // Cores by interval: 0 0 1 1 1 2 2 2 3 3 3 0.
        assertEquals(1, row.moves(2));
        assertEquals(0, row.moves(3));
        assertEquals(4, row.allMoves());
        assertEquals(11e9, row.nanos(history), 1, "of the first interval nobody knows whether it moved");
        assertTrue(row.begins(0));
    }

    @Test
    void aColumnOfSeveralSamplesCountsThemAll() {
        assertEquals(4, row(movingEvery(1), 20, 5).moves(0));
        assertEquals(5, row(movingEvery(1), 20, 5).moves(1));
    }

    @Test
    void aThreadThatStaysNeverMoves() {
        PlacementRow row = row(movingEvery(100), 6, 1);
        assertEquals(0, row.allMoves());
        assertEquals(0, row.core(5));
    }
}
