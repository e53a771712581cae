package coreloom.workload.worker;

import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * The threads of a worker process and the standard input that they obey.
 *
 * <pre>
 *   main                  reads orders; end of input: the monitor is gone, halts at once
 *   worker-K, K+1, …      warm up, park at the gate, work while it is open; the last one to stop ends the process
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
        int threads = options.crew().threads();
        WorkerPage page = new WorkerPage(options.page(), threads, ProcessHandle.current().pid());
        return options.rule().kind() == Discipline.Kind.LOOP ? startLoop(page, threads) : startThreads(page, threads);
    }

    private Gate startThreads(WorkerPage page, int threads) throws IOException {
        Gate gate = new Gate(page, threads);
        Discipline discipline = Discipline.of(options.rule().kind(), options.rule().switchIntervalMicros(), clock);
        Kernel.Family kernels = Kernel.family(options, clock);
        Worker[] workers = new Worker[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Worker(i, page.slot(i), kernels.kernel(i), gate);
        }
        WarmUp warmUp = warmUp();
        for (int i = 0; i < threads; i++) {
            Worker worker = workers[i];
            new Thread(() -> work(worker, discipline, warmUp, gate), "worker-" + (options.crew().first() + i)).start();
        }
        return gate;
    }

    private WarmUp warmUp() {
        return new WarmUp(clock, clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(options.crew().warmUpMillis()));
    }

    private Gate startLoop(WorkerPage page, int coroutines) throws IOException {
        Gate gate = new Gate(page, 1);
        Discipline discipline = Discipline.of(options.rule().kind(), options.rule().switchIntervalMicros(), clock);
        AwaitingKernel.Family kernels = AwaitingKernel.family(options, clock);
        LoopThread loop = new LoopThread(coroutines, page, gate, warmUp(), clock);
        new Thread(() -> {
            loop.work(discipline, kernels);
            leave(gate);
        }, "event-loop").start();
        return gate;
    }

    private void work(Worker worker, Discipline discipline, WarmUp warmUp, Gate gate) {
        worker.work(discipline, warmUp);
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
