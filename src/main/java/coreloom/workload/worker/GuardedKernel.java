package coreloom.workload.worker;

import java.io.IOException;

/** A kernel without a critical section of its own, every work unit of which is one: what a lane that shares locks makes of it. */
final class GuardedKernel implements Kernel {
    private final Kernel kernel;

    private GuardedKernel(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Guards the kernels of workers that share locks. */
    static Family where(WorkerOptions options, Family kernels) {
        return options.rule().kind().locksPlainThreads() ? worker -> new GuardedKernel(kernels.kernel(worker)) : kernels;
    }

    @Override
    public long unit(Context context) throws IOException {
        context.lock();
        try {
            return kernel.unit(context);
        } finally {
            context.unlock();
        }
    }

    @Override
    public void end() {
        kernel.end();
    }
}
