package coreloom.workload.worker;

import coreloom.gil.JavaPrimitives;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * The parent of a pool: a process that does no units. Its threads share one interpreter lock.
 *
 * <pre>
 *   slot of the page   0 main   1 manager   2 feeder
 * </pre>
 */
final class ParentProcess {
    /** Calls submitted ahead for each worker: with two workers as many as the 16 of the reference figures. */
    private static final int AHEAD = 8;
    private static final int EXTRA_CALLS = 1;

    private final WorkerOptions options;
    private final LongSupplier clock;
    private final IntConsumer halt;
    private final WorkerPage page;
    private final Gate gate;
    private final Discipline discipline;
    private final WarmUp warmUp;

    private ParentProcess(WorkerOptions options, LongSupplier clock, IntConsumer halt) throws IOException {
        this.options = options;
        this.clock = clock;
        this.halt = halt;
        int threads = options.crew().threads();
        page = new WorkerPage(options.page(), threads, ProcessHandle.current().pid());
        gate = new Gate(page, threads);
        discipline = Discipline.of(options, clock, gate::warmingUp);
        warmUp = new WarmUp(clock, clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(options.crew().warmUpMillis()));
    }

    /** What one of the threads does once it is warm. */
    private interface Part {
        void run(Context context, Chores chores) throws IOException, InterruptedException;
    }

    /**
     * Starts the threads.
     *
     * @param halt ends the process with that exit code
     */
    static Gate start(PoolOptions pool, WorkerOptions options, LongSupplier clock, IntConsumer halt) throws IOException {
        ParentProcess process = new ParentProcess(options, clock, halt);
        process.start(pool, new PoolLinks(pool));
        return process.gate;
    }

    private void start(PoolOptions pool, PoolLinks links) throws IOException {
        Bell main = new Bell(new JavaPrimitives(clock));
        gate.whenStopped(main::ring);
        CallQueue queue = new CallQueue(pool.workers() + EXTRA_CALLS, links.calls(), links.taken(), new Bell(new JavaPrimitives(clock)));
        PoolExecutor executor = new PoolExecutor(new PoolExecutor.Plan(pool.workers(), AHEAD * pool.workers(), pool.callUnits()), queue,
                links.results(), links.results(), main);
        start(0, "main", (context, chores) -> {
            gate.awaitTurn(0);
            executor.submitAndCollect(context, chores, () -> gate.open(0));
        });
        start(1, "manager", executor::manage);
        start(2, "feeder", queue::feed);
    }

    private void start(int number, String name, Part part) {
        new Thread(() -> run(number, part), name).start();
    }

    private void run(int number, Part part) {
        page.slot(number).owner(KernelThread.id(Path.of("/proc")));
        Context context = discipline.context(page.slot(number));
        Chores chores = new Chores(Chores.Costs.PYTHON);
        try {
            warmUp(context, chores);
            part.run(context, chores);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("a thread of the pool's parent was interrupted", unexpected);
        }
        if (gate.leave()) {
            halt.accept(WorkerMain.DONE);
        }
    }

    /** All at once, because a loop that was compiled without contention would be thrown away at the first handoff. */
    private void warmUp(Context context, Chores chores) {
        context.enter();
        while (gate.warmingUp() && !warmUp.over()) {
            chores.run(chores.costs().handOver(), context);
        }
        context.leave();
        gate.warm();
    }
}
