package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.loop.Coroutine;
import coreloom.gil.loop.EventLoop;
import coreloom.gil.loop.LoopLock;
import coreloom.gil.object.Counting;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As coroutines of one loop kernels give the values that they give as threads. Where nobody is woken, the time-out says so. */
@Timeout(60)
class AwaitingKernelTest {
    private static final int WORKERS = 3;
    private static final int UNITS = 3;

    @TempDir
    private Path directory;
    private int pages;
    private final WorkerTable table = new WorkerTable();

    static List<Path> kernels() throws IOException {
        return KernelTest.kernels();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void kernelsGiveWhatTheyGiveAsThreads(Path file) throws IOException {
        for (Counting.Way way : Counting.Way.values()) {
            assertSame(file, Optional.of(way));
        }
    }

    /** Every coroutine awaits while it has the lock, so that the others find it taken. */
    @Test
    void aCriticalSectionThatAwaitsKeepsTheOthersOut() throws IOException {
        Path file = Files.writeString(directory.resolve("k.pyasm"), """
                function unit(value)
                    RESUME 0
                    LOAD_GLOBAL lock
                    LOAD_ATTR acquire
                    CALL 0
                    POP_TOP
                    LOAD_GLOBAL NULL + sleep
                    LOAD_GLOBAL latency_micros
                    CALL 1
                    POP_TOP
                    LOAD_GLOBAL lock
                    LOAD_ATTR release
                    CALL 0
                    LOAD_FAST value
                    LOAD_CONST 1
                    BINARY_OP +
                    SWAP 2
                    POP_TOP
                    RETURN_VALUE
                """);
        assertSame(file, Optional.empty());
        for (int i = 0; i < WORKERS; i++) {
            assertTrue(table.waitNanos(i, WaitKind.SLEEP) > 0, "slept");
            assertTrue(table.waitNanos(i, WaitKind.LOCK) > 0, "found the lock taken");
            assertEquals(0, table.count(i, Count.HANDOFFS));
        }
    }

    private void assertSame(Path file, Optional<Counting.Way> way) throws IOException {
        assertEquals(asThreads(options(file, Discipline.Kind.GIL, way)), asCoroutines(options(file, Discipline.Kind.LOOP, way)));
    }

    private WorkerOptions options(Path file, Discipline.Kind rule, Optional<Counting.Way> way) {
        return new WorkerOptions(directory.resolve("page-" + pages++), new WorkerOptions.Crew(WORKERS, 0, 0), new WorkerOptions.Rule(rule, 100),
                new KernelOptions(file, new KernelOptions.Sizes(2_000, 300, 10, 50, 100), new KernelOptions.Interpreted(5_000, 2_048, 100, way)), Optional.empty(),
                Asking.at(directory.resolve("socket-" + pages)));
    }

    private static List<List<Long>> asThreads(WorkerOptions options) throws IOException {
        WorkerPage page = new WorkerPage(options.page(), WORKERS, 1);
        Discipline discipline = Discipline.of(options, System::nanoTime, () -> false);
        Asking.begin(options);
        Kernel.Family family = Kernel.family(options, System::nanoTime);
        List<List<Long>> results = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Context context = discipline.context(page.slot(worker));
            Kernel kernel = family.kernel(worker);
            List<Long> values = new ArrayList<>();
            context.enter();
            for (int i = 0; i < UNITS; i++) {
                values.add(kernel.unit(context));
            }
            context.leave();
            results.add(values);
        }
        return results;
    }

    private List<List<Long>> asCoroutines(WorkerOptions options) throws IOException {
        TelemetryPage reader = TelemetryPage.create(options.page(), WORKERS);
        WorkerPage page = new WorkerPage(options.page(), WORKERS, 1);
        PipeSelection selection = new PipeSelection();
        EventLoop loop = new EventLoop(selection, System::nanoTime);
        LoopLock lock = new LoopLock(loop);
        Asking.begin(options);
        AwaitingKernel.Family family = AwaitingKernel.family(options, System::nanoTime);
        List<Units> crew = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Units units = new Units(loop, page, worker);
            Context context = new FreeContext(page.slot(worker), System::nanoTime);
            units.kernel = family.kernel(worker, new AwaitingKernel.Seat(context, units.coroutine, selection, lock));
            units.coroutine.start();
            crew.add(units);
        }
        while (crew.stream().anyMatch(units -> units.values.size() < UNITS)) {
            loop.runOnce();
        }
        table.clear();
        reader.read(table, 0, 0, System.nanoTime());
        return crew.stream().map(units -> units.values).toList();
    }

    /** A coroutine that does a few units. */
    private static final class Units {
        private final List<Long> values = new ArrayList<>();
        private final Coroutine coroutine;
        private AwaitingKernel kernel;

        Units(EventLoop loop, WorkerPage page, int slot) {
            coroutine = new Coroutine(loop, page.slot(slot), this::run);
        }

        private void run() throws IOException {
            if (kernel.advance()) {
                values.add(kernel.value());
                if (values.size() < UNITS) {
                    coroutine.giveWay();
                }
            }
        }
    }

    @Test
    void selectRoundsUpToWholeMillisAsCPythonDoes() {
        assertEquals(1, PipeSelection.wholeMillis(1));
        assertEquals(10, PipeSelection.wholeMillis(10_000_000));
        assertEquals(11, PipeSelection.wholeMillis(10_000_001));
    }
}
