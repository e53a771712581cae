package coreloom.workload.worker;

import coreloom.telemetry.WorkerSlot;
import java.util.function.LongSupplier;

/** No rule at all: plain threads, and critical sections that nobody guards. */
final class FreeContext extends Context {
    FreeContext(WorkerSlot slot, LongSupplier clock) {
        super(slot, clock);
    }

    @Override
    void enter() {}

    @Override
    void leave() {}

    @Override
    void safePoint() {}

    @Override
    void lock() {}

    @Override
    void unlock() {}
}
