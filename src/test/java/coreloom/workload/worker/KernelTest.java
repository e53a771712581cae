package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coreloom.gil.object.Counting;
import coreloom.telemetry.WorkerPage;
import coreloom.workload.variant.ThreadKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a rule deadlocks, a worker never ends; the time-out says so. */
@Timeout(60)
class KernelTest {
    private static final int UNITS = 3;

    @TempDir
    private Path directory;
    private int pages;

    static List<Path> kernels() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles", "kernels"))) {
            return files.sorted().toList();
        }
    }

    /** The disciplines of threads; for coroutines see {@link AwaitingKernelTest}. */
    private static List<Discipline.Kind> ofThreads() {
        return Stream.of(Discipline.Kind.values()).filter(kind -> kind != Discipline.Kind.LOOP).toList();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aKernelGivesTheSameUnderEveryDisciplineAndWayOfCounting(Path file) throws Exception {
        Set<List<List<Long>>> results = new HashSet<>();
        for (Discipline.Kind rule : ofThreads()) {
            for (Counting.Way way : Counting.Way.values()) {
                if (way != Counting.Way.PLAIN || rule.guardsObjects()) {
                    results.add(run(options(file, rule, Optional.of(way)), 3));
                }
            }
        }
        assertOneResult(results);
    }

    private static void assertOneResult(Set<List<List<Long>>> results) {
        assertEquals(1, results.size(), "values of three units of each worker, by discipline: " + results);
        List<List<Long>> workers = results.iterator().next();
        assertEquals(workers.size(), new HashSet<>(workers).size(), "each worker begins with a value of its own: " + workers);
        for (List<Long> values : workers) {
            assertNotEquals(values.get(0), values.get(1), "a unit goes on from the one before");
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theSeedDecidesWhatAKernelGivesAndNothingElseDoes(Path file) throws Exception {
        List<List<Long>> first = run(options(file, Discipline.Kind.GIL, Optional.empty()), 3);
        assertEquals(first, run(options(file, Discipline.Kind.GIL, Optional.empty()), 3), "the same seed");
        assertEquals(first.subList(1, 3), run(seeded(options(file, Discipline.Kind.GIL, Optional.empty()), 1, 1), 2),
                "the same workers of the lane in a process of their own");
        assertNotEquals(first, run(seeded(options(file, Discipline.Kind.GIL, Optional.empty()), 0, 2), 3), "another seed");
    }

    private static WorkerOptions seeded(WorkerOptions options, int firstWorker, long seed) {
        return new WorkerOptions(options.page(), new WorkerOptions.Crew(3, firstWorker, 0, ThreadKind.PLATFORM, seed), options.rule(), options.kernel(),
                options.pool(), options.echo());
    }

    @Test
    void plainCountingNeedsTheInterpreterLock() {
        Path file = Path.of("profiles", "kernels", "refcount.pyasm");
        WorkerOptions options = options(file, Discipline.Kind.FREE, Optional.of(Counting.Way.PLAIN));
        assertEquals("--counting plain loses counts without the interpreter lock; choose locked, atomic or biased.",
                assertThrows(IllegalArgumentException.class, () -> Kernel.family(options, System::nanoTime)).getMessage());
    }

    private WorkerOptions options(Path file, Discipline.Kind rule, Optional<Counting.Way> way) {
        return new WorkerOptions(directory.resolve("page-" + pages++), new WorkerOptions.Crew(3, 0, 0), new WorkerOptions.Rule(rule, 100),
                new KernelOptions(file, new KernelOptions.Sizes(2_000, 0, 10, 50, 100), new KernelOptions.Interpreted(5_000, 2_048, 100, way)), Optional.empty(),
                Asking.at(directory.resolve("socket-" + pages)));
    }

    /** What that many workers at once got out of three units each. */
    private static List<List<Long>> run(WorkerOptions options, int workers) throws IOException, InterruptedException, ExecutionException {
        WorkerPage page = new WorkerPage(options.page(), workers, 1);
        Discipline discipline = Discipline.of(options, System::nanoTime, () -> false);
        Asking.begin(options);
        Kernel.Family family = Kernel.family(options, System::nanoTime);
        List<FutureTask<List<Long>>> tasks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            Kernel kernel = family.kernel(worker);
            tasks.add(new FutureTask<>(() -> units(kernel, discipline.context(page.slot(worker)))));
            Thread thread = new Thread(tasks.get(i), "worker-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        List<List<Long>> results = new ArrayList<>();
        for (FutureTask<List<Long>> task : tasks) {
            results.add(task.get());
        }
        return results;
    }

    private static List<Long> units(Kernel kernel, Context context) throws IOException {
        List<Long> values = new ArrayList<>();
        context.enter();
        for (int i = 0; i < UNITS; i++) {
            values.add(kernel.unit(context));
        }
        context.leave();
        return values;
    }
}
