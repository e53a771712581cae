package coreloom.workload.worker;

/** Computes, and nothing else. */
final class CpuKernel implements Kernel {
    private final int unitSteps;
    private long value;

    /** @param start the value that it begins with */
    CpuKernel(int unitSteps, long start) {
        this.unitSteps = unitSteps;
        value = start;
    }

    @Override
    public long unit(Context context) {
        value = Steps.run(value, unitSteps, context);
        return value;
    }
}
