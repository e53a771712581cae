package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import coreloom.history.History;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.view.Dashboard;
import coreloom.view.Ink;
import coreloom.view.Look;
import coreloom.view.State;
import coreloom.view.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tick sends of the heatmap grows with the cores, and not with the columns. */
class HeatmapBytesTest {
    private static final Look LOOK = new Look(Look.Depth.INDEXED, true);
    private static final int TICKS = 400;

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 64})
    void aPictureTwiceAsWideSendsHardlyMoreAtAnyTick(int cores) throws IOException {
        long narrow = mostBytes(cores, 180);
        long wide = mostBytes(cores, 360);
        assertTrue(wide <= narrow * 1.2, cores + " cores: at most " + narrow + " bytes on 180 columns, " + wide + " on 360");
    }

    /** The most that a tick sends once the picture has been written over, every core changing at each. */
    private static long mostBytes(int cores, int columns) throws IOException {
        FrameStream frames = new FrameStream(OutputStream.nullOutputStream());
        DeltaScreen screen = new DeltaScreen(new Tty(frames, new TerminalSize(columns, 40)), frames, LOOK);
        Surroundings around = new Surroundings(List.of(), "test", cores, 1_000_000_000L, Optional.empty(), false, "");
        Ink ink = new Ink(LOOK);
        ScriptedSource source = machine(cores);
        History history = new History(cores);
        Snapshot next = new Snapshot();
        long most = 0;
        for (int tick = 0; source.read(next); tick++) {
            next = history.accept(next);
            long before = frames.writtenBytes();
            screen.blank();
            new Dashboard(ink, history, State.initial(), around).draw(screen.newTextGraphics(), columns, 40);
            screen.refresh(RefreshType.DELTA);
            most = tick > TICKS / 2 ? Math.max(most, frames.writtenBytes() - before) : 0;
        }
        return most;
    }

    private static ScriptedSource machine(int cores) {
        Random random = new Random(7);
        ScriptedSource source = ScriptedSource.cores(cores).lasting(TICKS);
        for (int tick = 0; tick < TICKS; tick++) {
            source.at(tick, machine -> {
                for (int id = 0; id < cores; id++) {
                    machine.core(id).busy(random.nextDouble());
                }
            });
        }
        return source;
    }
}
