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

    /** The kernels there are. */
    enum Kind {
        CPU, IO, LOCK,
        /** Written in bytecode, in a file. */
        INTERPRETED
    }

    /** Gives each worker of a process, by its number from 0, a kernel of its own. */
    interface Family {
        Kernel kernel(int worker) throws IOException;
    }

    /**
     * The kernels of a process; under shared locks, units without a critical section of their own become one.
     *
     * @throws IllegalArgumentException with a sentence when the text of an interpreted kernel is wrong
     * @throws IOException when the device of a kernel cannot be made
     */
    static Family family(WorkerOptions options, LongSupplier clock) throws IOException {
        KernelOptions.Sizes sizes = options.kernel().sizes();
        Seeds seeds = options.seeds();
        return switch (options.kernel().kind()) {
            case CPU -> GuardedKernel.where(options, worker -> new CpuKernel(sizes.unitSteps(), seeds.start(worker)));
            case LOCK -> worker -> new LockKernel(sizes.outsideSteps(), sizes.criticalSteps(), seeds.start(worker));
            case IO -> {
                IoDevice device = new IoDevice(options.crew().threads(), sizes.latencyMicros() * 1_000, clock);
                device.start();
                yield GuardedKernel.where(options, worker -> new IoKernel(device.connect(worker), (int) seeds.start(worker)));
            }
            case INTERPRETED -> {
                InterpretedFamily family = InterpretedFamily.of(options, clock);
                yield family.locks() ? family : GuardedKernel.where(options, family);
            }
        };
    }
}
