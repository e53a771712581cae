package coreloom.workload.worker;

import coreloom.gil.loop.Coroutine;
import coreloom.gil.loop.LoopLock;
import java.io.IOException;
import java.util.function.LongSupplier;

/** A kernel as a coroutine runs it: where it would block it awaits, and is gone on with later. Gives the same values as the {@link Kernel}. */
interface AwaitingKernel {
    /**
     * Begins a work unit, or goes on with the one that awaits.
     *
     * @return whether the unit is done; if not, its coroutine has been told what it awaits
     */
    boolean advance() throws IOException;

    /** What the unit that was done last gave. */
    long value();

    /**
     * What a worker's kernel finds around it on its loop.
     *
     * @param context   the discipline of its thread, for what blocks the whole loop
     * @param lock      guards the critical section that all coroutines share
     */
    record Seat(Context context, Coroutine coroutine, PipeSelection selection, LoopLock lock) {}

    /** Gives each worker of a process, by its number from 0, a kernel of its own. */
    interface Family {
        AwaitingKernel kernel(int worker, Seat seat) throws IOException;
    }

    /**
     * The kernels of a process whose workers are coroutines.
     *
     * @throws IllegalArgumentException with a sentence when the text of the kernel is wrong
     * @throws IOException when the device or the connection of a kernel cannot be made
     */
    static Family family(WorkerOptions options, LongSupplier clock) throws IOException {
        return InterpretedFamily.of(options, clock)::kernel;
    }
}
