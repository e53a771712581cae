package coreloom.workload.worker;

import coreloom.telemetry.WorkerPage;
import coreloom.telemetry.WorkerSlot;
import coreloom.workload.variant.ThreadKind;
import coreloom.workload.variant.VirtualThreads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The threads of a worker process and the standard input that they obey.
 *
 * <pre>
 *   main                  reads orders; end of input: the monitor is gone, halts at once
 *   worker-K, K+1, …      virtual threads or not; warm up, park at the gate, work while it is open; the last one to stop ends the process
 *   event-loop            instead of those: all workers as its coroutines
 *   io-device             answers the io kernel's requests
 * </pre>
 */
final class WorkerProcess {
    private final WorkerOptions options;
    private final LongSupplier clock;
    private final IntConsumer halt;

    /** @param halt ends the process with that exit code, whatever its threads do */
    WorkerProcess(WorkerOptions options, LongSupplier clock, IntConsumer halt) {
        this.options = options;
        this.clock = clock;
        this.halt = halt;
    }

    /** Starts the workers. */
    Gate start() throws IOException {
        refuseMissingThreads();
        if (options.echo().asks().isPresent()) {
            return AskerProcess.start(options.echo().asks().get(), options, clock, halt);
        }
        Optional<PoolOptions> pool = options.pool();
        return pool.isPresent() && pool.get().part() == PoolOptions.Part.PARENT
                ? ParentProcess.start(pool.get(), options, clock, halt) : startWorkers();
    }

    private Gate startWorkers() throws IOException {
        int threads = options.crew().threads();
        WorkerPage page = new WorkerPage(options.page(), threads, ProcessHandle.current().pid());
        return options.rule().kind() == Discipline.Kind.LOOP ? startLoop(page, threads) : startThreads(page, threads);
    }

    private Gate startThreads(WorkerPage page, int threads) throws IOException {
        Gate gate = new Gate(page, threads);
        Discipline discipline = Discipline.of(options, clock, gate::warmingUp);
        Kernel.Family kernels = Kernel.family(options, clock);
        Worker[] workers = new Worker[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = worker(i, page.slot(i), kernels.kernel(i), gate);
        }
        WarmUp warmUp = warmUp();
        for (int i = 0; i < threads; i++) {
            Worker worker = workers[i];
            start("worker-" + (options.crew().first() + i), tid -> work(worker, tid, discipline, warmUp, gate));
        }
        return gate;
    }

    private void refuseMissingThreads() {
        if (options.crew().kind() == ThreadKind.VIRTUAL) {
            VirtualThreads.missing().ifPresent(why -> {
                throw new IllegalArgumentException(why + ".");
            });
        }
    }

    /** Starts a thread of the crew's kind, and tells what it does the kernel's id of it: a virtual one has none. */
    private void start(String name, LongConsumer work) {
        switch (options.crew().kind()) {
            case PLATFORM -> new Thread(() -> work.accept(KernelThread.id(Path.of("/proc"))), name).start();
            case VIRTUAL -> VirtualThreads.start(name, () -> work.accept(0));
        }
    }

    private Worker worker(int number, WorkerSlot slot, Kernel kernel, Gate gate) throws IOException {
        return options.pool().isEmpty() ? new Worker(number, slot, kernel, gate)
                : new PooledWorker(slot, kernel, gate, new CallTaker(new PoolLinks(options.pool().get()), new Chores(Chores.Costs.PYTHON)));
    }

    private WarmUp warmUp() {
        return new WarmUp(clock, clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(options.crew().warmUpMillis()));
    }

    private Gate startLoop(WorkerPage page, int coroutines) throws IOException {
        Gate gate = new Gate(page, 1);
        Discipline discipline = Discipline.of(options, clock, gate::warmingUp);
        AwaitingKernel.Family kernels = AwaitingKernel.family(options, clock);
        LoopThread loop = new LoopThread(coroutines, page, gate, warmUp(), clock);
        new Thread(() -> {
            loop.work(discipline, kernels);
            leave(gate);
        }, "event-loop").start();
        return gate;
    }

    private void work(Worker worker, long tid, Discipline discipline, WarmUp warmUp, Gate gate) {
        worker.work(tid, discipline, warmUp);
        leave(gate);
    }

    private void leave(Gate gate) {
        if (gate.leave()) {
            halt.accept(WorkerMain.DONE);
        }
    }

    /** Obeys orders until the input ends, then halts. */
    void obey(Gate gate, InputStream orders) {
        try {
            int order = orders.read();
            while (order >= 0) {
                gate.obey(order);
                order = orders.read();
            }
        } catch (IOException gone) {
            // a broken input is an ended one
        }
        halt.accept(WorkerMain.ABANDONED);
    }
}
