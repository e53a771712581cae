package coreloom.workload.worker;

import java.io.IOException;
import java.util.function.LongSupplier;

/** The small piece of work that one worker repeats. It gives the same values under every discipline. */
interface Kernel {
    /**
     * Does one work unit.
     *
     * @return a value that depends on all the work, so that none of it can be left out
     */
    long unit(Context context) throws IOException;

    /** The worker ends. Called where a unit could be. */
    default void end() {}

    /** Gives each worker of a process, by its number from 0, a kernel of its own. */
    interface Family {
        Kernel kernel(int worker) throws IOException;
    }

    /**
     * The kernels of a process; under shared locks, units without a critical section of their own become one.
     *
     * @throws IllegalArgumentException with a sentence when the text of the kernel is wrong
     * @throws IOException when the device or the connection of a kernel cannot be made
     */
    static Family family(WorkerOptions options, LongSupplier clock) throws IOException {
        InterpretedFamily family = InterpretedFamily.of(options, clock);
        return family.locks() ? family : GuardedKernel.where(options, family);
    }
}
