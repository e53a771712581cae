package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.sun.management.ThreadMXBean;
import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawing leaves no garbage per cell: a frame costs a few small objects a row, whatever it shows. */
class DashboardAllocationTest {
    private static final int WARM_UP = 10;
    private static final int FRAMES = 20;
    private static final long FRAME_BYTES = 16_384;
    /** Far less than one object for each cell of the row. */
    private static final long ROW_BYTES = 192;

    private final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Ink ink = new Ink(new Look(Look.Depth.INDEXED, true));
    private State state = State.initial();

    @Test
    void fourWorkersOnAnyScreen() {
        History history = Picture.play(Scenes.threadsThenGil());
        assertBounded(bytesPerFrame(history, 80, 24), bytesPerFrame(history, 300, 100));
    }

    @Test
    void manyCoresAndThreadsOnAnyScreen() {
        History history = Picture.play(large());
        assertBounded(bytesPerFrame(history, 80, 24), bytesPerFrame(history, 300, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w", "l", "c", "t", "ff", "fffff", "zz", "ss", "gg"})
    void everyViewOnAnyScreen(String keys) {
        for (char key : keys.toCharArray()) {
            state = state.on(Key.of(key), EvenTimes.range(0, false)).state();
        }
        History history = Picture.play(large());
        assertBounded(bytesPerFrame(history, 80, 24), bytesPerFrame(history, 300, 100));
        history = Picture.play(Scenes.threadsThenGil());
        assertBounded(bytesPerFrame(history, 80, 24), bytesPerFrame(history, 300, 100));
    }

    @Test
    void twoInStepOnAnyScreen() {
        state = state.on(Key.of('c'), EvenTimes.range(0, false)).state();
        History history = Picture.play(large());
        history.inStep(new InStep("other", Picture.play(large().every(Duration.ofMillis(300))), large().host().cores(), 0));
        assertBounded(bytesPerFrame(history, 80, 24), bytesPerFrame(history, 300, 100), 2);
    }

    private static ScriptedSource large() {
        return ScriptedSource.cores(256).lasting(100).at(0, machine -> {
            machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED);
            for (int id = 0; id < 256; id++) {
                machine.core(id).busy(id / 256.0);
                machine.thread(10, 100 + id, "a thread with a name").onCpu(0.5).runDelay(0.1).state('R').lastOn(id);
            }
        });
    }

    private static void assertBounded(long small, long large) {
        assertBounded(small, large, 1);
    }

    /** Each picture of the cores has rows of its own. */
    private static void assertBounded(long small, long large, int pictures) {
        assertTrue(small < pictures * FRAME_BYTES && large - small < (100 - 24) * ROW_BYTES, "80x24: " + small + " bytes a frame, 300x100: " + large);
    }

    private long bytesPerFrame(History history, int columns, int rows) {
        TextGraphics graphics = new BasicTextImage(new TerminalSize(columns, rows)).newTextGraphics();
        allocated(history, graphics, WARM_UP);
        return allocated(history, graphics, FRAMES) / FRAMES;
    }

    private long allocated(History history, TextGraphics graphics, int frames) {
        TerminalSize size = graphics.getSize();
        long self = Thread.currentThread().getId();
        long before = meter.getThreadAllocatedBytes(self);
        for (int i = 0; i < frames; i++) {
            new Dashboard(ink, history, state, Picture.AROUND).draw(graphics, size.getColumns(), size.getRows());
        }
        return meter.getThreadAllocatedBytes(self) - before;
    }
}
