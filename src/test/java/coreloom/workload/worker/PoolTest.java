package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.gil.JavaPrimitives;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool of one worker, its parent's threads beside it in one process, over the real pipes. */
@Timeout(60)
class PoolTest {
    private static final int CALLS = 4;
    private static final int CALL_UNITS = 2;

    @TempDir
    private Path directory;
    private WorkerPage page;
    private PoolOptions pool;

    static List<Path> kernels() throws IOException {
        return KernelTest.kernels();
    }

    @BeforeEach
    void lay() throws IOException, InterruptedException {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "mkfifo"))),
                "a pool needs named pipes, and there is no mkfifo on the PATH");
        page = new WorkerPage(directory.resolve("page"), 4, 1);
        pool = new PoolOptions(PoolOptions.Part.PARENT, 1, CALL_UNITS, directory.resolve("calls"), directory.resolve("results"),
                Files.write(directory.resolve("shared"), new byte[8]));
        assertEquals(0, new ProcessBuilder("mkfifo", pool.calls().toString(), pool.results().toString()).start().waitFor());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aKernelGivesTheSameInAPool(Path file) throws Exception {
        WorkerOptions options = options(file);
        assertEquals(alone(options), inAPool(options));
    }

    @Test
    void whatAProcessCountsTheOtherSees() throws IOException {
        Tally here = new PoolLinks(pool).taken();
        Tally there = new PoolLinks(pool).taken();
        here.increment();
        there.increment();
        assertEquals(2, here.value());
        assertEquals(2, there.value());
    }

    private WorkerOptions options(Path file) {
        WorkerOptions.Rule rule = new WorkerOptions.Rule(Discipline.Kind.GIL, 100);
        return new WorkerOptions(directory.resolve("page"), new WorkerOptions.Crew(1, 0, 0), rule,
                new KernelOptions(file, new KernelOptions.Sizes(2_000, 0, 10, 50, 100),
                        new KernelOptions.Interpreted(5_000, 2_048, 100, Optional.empty())), Optional.of(pool), Asking.at(directory.resolve("socket")));
    }

    /** The sum of as many units as the pool's calls have. */
    private long alone(WorkerOptions options) throws IOException {
        Asking.begin(options);
        Kernel kernel = Kernel.family(options, System::nanoTime).kernel(0);
        Context context = Discipline.of(options, System::nanoTime, () -> false).context(page.slot(0));
        long sum = 0;
        context.enter();
        for (int i = 0; i < CALLS * CALL_UNITS; i++) {
            sum += kernel.unit(context);
        }
        context.leave();
        return sum;
    }

    /** The sum that the parent's main thread has when the first calls are collected. */
    private long inAPool(WorkerOptions options) throws Exception {
        PoolLinks links = new PoolLinks(pool);
        CallQueue queue = new CallQueue(2, links.calls(), links.taken(), new Bell(new JavaPrimitives(System::nanoTime)));
        PoolExecutor executor = new PoolExecutor(new PoolExecutor.Plan(1, 3, CALL_UNITS), queue, links.results(), links.results(),
                new Bell(new JavaPrimitives(System::nanoTime)));
        Discipline parent = Discipline.of(options, System::nanoTime, () -> false);
        List<FutureTask<Void>> threads = new ArrayList<>();
        threads.add(start(() -> executor.submitAndCollect(parent.context(page.slot(1)), chores(), () -> executor.collected() < CALLS)));
        threads.add(start(() -> executor.manage(parent.context(page.slot(2)), chores())));
        threads.add(start(() -> queue.feed(parent.context(page.slot(3)), chores())));
        threads.add(start(() -> worker(options)));
        for (FutureTask<Void> thread : threads) {
            thread.get();
        }
        return executor.sum();
    }

    private void worker(WorkerOptions options) throws IOException {
        Gate gate = new Gate(page, 1);
        gate.warm();
        gate.obey('r');
        Context context = Discipline.of(options, System::nanoTime, () -> false).context(page.slot(0));
        Asking.begin(options);
        Kernel kernel = Kernel.family(options, System::nanoTime).kernel(0);
        new PooledWorker(page.slot(0), kernel, gate, new CallTaker(new PoolLinks(pool), chores())).run(context);
    }

    private static Chores chores() {
        return new Chores(Chores.Costs.PYTHON);
    }

    private interface Body {
        void run() throws IOException;
    }

    private static FutureTask<Void> start(Body body) {
        Callable<Void> callable = () -> {
            body.run();
            return null;
        };
        FutureTask<Void> task = new FutureTask<>(callable);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
