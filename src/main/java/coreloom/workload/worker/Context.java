package coreloom.workload.worker;

import coreloom.gil.LonePauses;
import coreloom.gil.Pauses;
import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * What a discipline is to one worker: the places where a kernel gives way, blocks or excludes others. Used by that worker's thread alone.
 * In one process there is one kind of it, so that the compiler may build it into the kernels' loops.
 */
abstract class Context {
    private final WorkerSlot slot;
    private final LongSupplier clock;

    /** @param clock monotonic time, ns */
    Context(WorkerSlot slot, LongSupplier clock) {
        this.slot = slot;
        this.clock = clock;
    }

    /** The worker begins to run units. */
    abstract void enter();

    /** The worker stops running units: it may park, and keeps nobody from anything. */
    abstract void leave();

    /** A back-edge of a kernel's loop. */
    abstract void safePoint();

    /** Enters the critical section that all workers of the process share. Not re-entered. */
    abstract void lock();

    abstract void unlock();

    /** Makes a call that may block and counts its time to {@code kind}. */
    void blocking(WaitKind kind, BlockingCall call) throws IOException {
        slot.waitBegins(kind, nanos());
        try {
            call.run();
        } finally {
            slot.waitEnds(nanos());
        }
    }

    /** Makes a long call that needs nothing of the interpreter, and works rather than waits. */
    void detached(BlockingCall call) throws IOException {
        call.run();
    }

    /** Within a long operation of the interpreter, which looks at nothing until it is done. */
    void withinOperation() {}

    /** How the worker keeps the others from its objects when it collects: it has a heap of its own, unless the discipline says otherwise. */
    Pauses pauses() {
        return new LonePauses(slot, clock);
    }

    /** The worker ends; it has left. */
    void end() {}

    final WorkerSlot slot() {
        return slot;
    }

    final long nanos() {
        return clock.getAsLong();
    }
}
