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

    /** The kernels there are. */
    enum Kind {
        CPU, IO, LOCK
    }

    /** Gives each worker of a process, by its number from 0, a kernel of its own. */
    interface Family {
        Kernel kernel(int worker) throws IOException;
    }

    /**
     * @param threads how many workers will ask for one
     * @throws IOException when the device of the {@code io} kernel cannot be made
     */
    static Family family(KernelOptions options, int threads, LongSupplier clock) throws IOException {
        return switch (options.kind()) {
            case CPU -> worker -> new CpuKernel(options.unitSteps());
            case LOCK -> worker -> new LockKernel(options.outsideSteps(), options.criticalSteps());
            case IO -> {
                IoDevice device = new IoDevice(threads, options.latencyMicros() * 1_000, clock);
                device.start();
                yield device::connect;
            }
        };
    }
}
