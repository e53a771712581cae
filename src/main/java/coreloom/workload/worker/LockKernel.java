package coreloom.workload.worker;

/** Computes for a while on its own, then for a while inside the critical section that all workers share. */
final class LockKernel implements Kernel {
    private final int outsideSteps;
    private final int criticalSteps;
    private long value;

    /** @param start the value that it begins with */
    LockKernel(int outsideSteps, int criticalSteps, long start) {
        this.outsideSteps = outsideSteps;
        this.criticalSteps = criticalSteps;
        value = start;
    }

    @Override
    public long unit(Context context) {
        value = Steps.run(value, outsideSteps, context);
        context.lock();
        value = Steps.run(value, criticalSteps, context);
        context.unlock();
        return value;
    }
}
