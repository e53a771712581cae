package coreloom.workload.worker;

/** Computes, and nothing else. */
final class CpuKernel implements Kernel {
    private final int unitSteps;
    private long value = 1;

    CpuKernel(int unitSteps) {
        this.unitSteps = unitSteps;
    }

    @Override
    public long unit(Context context) {
        value = Steps.run(value, unitSteps, context);
        return value;
    }
}
