package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import coreloom.history.History;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.view.Dashboard;
import coreloom.view.Ink;
import coreloom.view.EvenTimes;
import coreloom.view.Key;
import coreloom.view.Look;
import coreloom.view.State;
import coreloom.view.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What does a frame cost, in CPU time and in bytes to the terminal? Draws a scripted machine on which every core and thread changes at every
 * tick, which no real one does: what comes out is the most that a screen can cost. Started by {@code bench/frames.py}.
 *
 * <pre>
 *   FrameCost CORES THREADS COLUMNS ROWS [KEYS]      prints one line:
 *   cores threads columns rows keys | CPU ms a frame: median, 99th percentile | bytes a tick: mean, most
 * </pre>
 */
public final class FrameCost {
    private static final int WARM_UP = 800;
    private static final int FRAMES = 300;
    private static final Look LOOK = new Look(Look.Depth.INDEXED, true);

    private final Random random = new Random(7);
    private final Ink ink = new Ink(LOOK);
    private final int columns;
    private final int rows;
    private final FrameStream frames = new FrameStream(OutputStream.nullOutputStream());
    private final DeltaScreen screen;
    private final ThreadMXBean meter = ManagementFactory.getThreadMXBean();
    private State state = State.initial();

    private FrameCost(int columns, int rows) throws IOException {
        this.columns = columns;
        this.rows = rows;
        screen = new DeltaScreen(new Tty(frames, new TerminalSize(columns, rows)), frames, LOOK);
    }

    /** @param arguments cores, threads, columns, rows, and perhaps keys to press before */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = Arrays.stream(arguments, 0, 4).mapToInt(Integer::parseInt).toArray();
        String keys = arguments.length > 4 ? arguments[4] : "";
        FrameCost cost = new FrameCost(numbers[2], numbers[3]);
        keys.chars().forEach(key -> cost.state = cost.state.on(Key.of((char) key), EvenTimes.range(0, false)).state());
        System.out.printf("%d %d %d %d %s%n", numbers[0], numbers[1], numbers[2], numbers[3],
                (keys.isEmpty() ? "-" : keys) + " | " + cost.measure(numbers[0], numbers[1]));
    }

    private String measure(int cores, int threads) throws IOException {
        ScriptedSource source = machine(cores, threads);
        Surroundings around = new Surroundings(List.of(), "bench", cores, 1_000_000_000L, Optional.empty(), false, "", List.of(),
                source.host().cores());
        History history = new History(cores);
        Snapshot next = new Snapshot();
        long[] nanos = new long[FRAMES];
        long[] bytes = new long[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            source.read(next);
            next = history.accept(next);
            if (history.count() > 0) {
                long written = frames.writtenBytes();
                long before = meter.getCurrentThreadCpuTime();
                screen.blank();
                new Dashboard(ink, history, state, around).draw(screen.newTextGraphics(), columns, rows);
                screen.refresh(RefreshType.DELTA);
                if (frame >= 0) {
                    nanos[frame] = meter.getCurrentThreadCpuTime() - before;
                    bytes[frame] = frames.writtenBytes() - written;
                }
            }
        }
        Arrays.sort(nanos);
        long most = Arrays.stream(bytes).max().getAsLong();
        double mean = Arrays.stream(bytes).average().getAsDouble();
        return String.format("%.2f %.2f | %.0f %d", nanos[FRAMES / 2] / 1e6, nanos[FRAMES * 99 / 100] / 1e6, mean, most);
    }

    private ScriptedSource machine(int cores, int threads) {
        ScriptedSource source = ScriptedSource.cores(cores).lasting(WARM_UP + FRAMES).at(0, machine -> {
            machine.lane("bench", "attached", 0).process(10).phase(Phase.MEASURED);
            for (int id = 0; id < threads; id++) {
                machine.thread(10, 100 + id, "thread-" + id);
            }
        });
        for (int tick = 0; tick < WARM_UP + FRAMES; tick++) {
            source.at(tick, machine -> {
                for (int id = 0; id < cores; id++) {
                    machine.core(id).busy(random.nextDouble());
                }
                for (int id = 0; id < threads; id++) {
                    double onCpu = random.nextDouble();
                    machine.thread(100 + id).onCpu(onCpu).runDelay((1 - onCpu) * random.nextDouble()).state(random.nextBoolean() ? 'R' : 'S')
                            .lastOn(random.nextInt(cores));
                }
            });
        }
        return source;
    }
}
