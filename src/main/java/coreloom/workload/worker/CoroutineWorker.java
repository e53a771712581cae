package coreloom.workload.worker;

import coreloom.gil.loop.Coroutine;
import coreloom.gil.loop.EventLoop;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;

/** A worker that is a coroutine: it does a work unit, gives way once, and so on until it is told to park. */
final class CoroutineWorker {
    private final int number;
    private final WorkerSlot slot;
    private final LoopThread crew;
    private final Coroutine coroutine;
    private AwaitingKernel kernel;
    private boolean parked = true;
    /** What all units have given together; kept so that none can be left out. */
    private long sum;

    /** @param number within the process, from 0 */
    CoroutineWorker(int number, WorkerSlot slot, EventLoop loop, LoopThread crew) {
        this.number = number;
        this.slot = slot;
        this.crew = crew;
        this.coroutine = new Coroutine(loop, slot, this::run);
    }

    Coroutine coroutine() {
        return coroutine;
    }

    /** Gives it what it repeats, before it first runs. */
    void repeats(AwaitingKernel what) {
        kernel = what;
    }

    /**
     * Starts it where it is parked and may run.
     *
     * @return whether it has started
     */
    boolean admit() {
        if (!parked || !crew.mayRun(number)) {
            return false;
        }
        parked = false;
        coroutine.start();
        return true;
    }

    private void run() throws IOException {
        if (!kernel.advance()) {
            return;
        }
        sum += kernel.value();
        slot.addUnits(1);
        if (crew.mayRun(number)) {
            coroutine.giveWay();
        } else {
            parked = true;
            crew.hasParked();
        }
    }

    long sum() {
        return sum;
    }
}
