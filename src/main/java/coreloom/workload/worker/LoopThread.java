package coreloom.workload.worker;

import coreloom.gil.loop.EventLoop;
import coreloom.gil.loop.LoopLock;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The one thread of an event loop: its workers are coroutines, which warm up, then do work units whenever the gate is open. */
final class LoopThread {
    private final Gate gate;
    private final WarmUp warmUp;
    private final PipeSelection selection;
    private final EventLoop loop;
    private final WorkerPage page;
    private final CoroutineWorker[] workers;
    private int running;
    private boolean warm;
    /** Set by whoever gives orders. */
    private volatile boolean ordered;

    /** @param gate for one: the thread stands at it, not each coroutine */
    LoopThread(int workers, WorkerPage page, Gate gate, WarmUp warmUp, LongSupplier clock) throws IOException {
        this.gate = gate;
        this.warmUp = warmUp;
        this.page = page;
        this.selection = new PipeSelection();
        this.loop = new EventLoop(selection, clock);
        this.workers = new CoroutineWorker[workers];
        gate.onOrder(this::ordered);
    }

    private void ordered() {
        ordered = true;
        selection.wakeUp();
    }

    /** Works on the calling thread until told to stop. */
    void work(Discipline discipline, AwaitingKernel.Family kernels) {
        try {
            gather(discipline, kernels);
            run();
            warm = true;
            gate.warm();
            while (gate.awaitTurn(0)) {
                run();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("the thread of an event loop was interrupted", unexpected);
        }
    }

    private void gather(Discipline discipline, AwaitingKernel.Family kernels) throws IOException {
        LoopLock lock = new LoopLock(loop);
        long tid = KernelThread.id(Path.of("/proc"));
        for (int i = 0; i < workers.length; i++) {
            page.slot(i).owner(tid);
            workers[i] = new CoroutineWorker(i, page.slot(i), loop, this);
            Context context = discipline.context(page.slot(i));
            workers[i].repeats(kernels.kernel(i, new AwaitingKernel.Seat(context, workers[i].coroutine(), selection, lock)));
        }
    }

    /** Turns the loop until all coroutines are parked. */
    private void run() throws IOException {
        admit();
        while (running > 0) {
            loop.runOnce();
            if (ordered) {
                admit();
            }
        }
    }

    private void admit() {
        ordered = false;
        for (CoroutineWorker worker : workers) {
            running += worker.admit() ? 1 : 0;
        }
    }

    /** One of the coroutines has parked. */
    void hasParked() {
        running--;
    }

    /** Whether that worker is to do another unit. */
    boolean mayRun(int worker) {
        return warm ? gate.open(worker) : gate.warmingUp() && !warmUp.over();
    }
}
