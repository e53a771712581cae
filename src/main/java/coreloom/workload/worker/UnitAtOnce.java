package coreloom.workload.worker;

import java.io.IOException;

/** A kernel that never awaits within a unit: it keeps the loop until the unit is done. */
final class UnitAtOnce implements AwaitingKernel {
    private final Kernel kernel;
    private final Context context;
    private long value;

    UnitAtOnce(Kernel kernel, Context context) {
        this.kernel = kernel;
        this.context = context;
    }

    @Override
    public boolean advance() throws IOException {
        value = kernel.unit(context);
        return true;
    }

    @Override
    public long value() {
        return value;
    }
}
