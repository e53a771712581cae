package coreloom.workload.worker;

import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One thread of load: warms up, then does work units whenever the gate is open, and counts them. */
class Worker {
    private final int number;
    private final WorkerSlot slot;
    private final Kernel kernel;
    private final Gate gate;
    /** What all units have given together; kept so that none can be left out. */
    private long sum;

    /** @param number within the process, from 0 */
    Worker(int number, WorkerSlot slot, Kernel kernel, Gate gate) {
        this.number = number;
        this.slot = slot;
        this.kernel = kernel;
        this.gate = gate;
    }

    /**
     * Works on the calling thread until told to stop.
     *
     * @param tid the kernel's id of that thread; 0 where it has none of its own or none is told
     */
    void work(long tid, Discipline discipline, WarmUp warmUp) {
        slot.owner(tid);
        Context context = discipline.context(slot);
        try {
            warmUp(context, warmUp);
            boolean more = true;
            while (more && gate.awaitTurn(number)) {
                more = run(context);
            }
            end(context);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("a worker was interrupted", unexpected);
        }
    }

    private void warmUp(Context context, WarmUp warmUp) throws IOException {
        context.enter();
        while (gate.warmingUp() && !warmUp.over()) {
            unit(context);
        }
        context.leave();
        gate.warm();
    }

    /**
     * Works while the gate is open.
     *
     * @return false when there will never be more to do
     */
    boolean run(Context context) throws IOException {
        context.enter();
        while (gate.open(number)) {
            unit(context);
        }
        context.leave();
        return true;
    }

    private void end(Context context) {
        context.enter();
        kernel.end();
        context.leave();
        context.end();
    }

    /** Does one unit and counts it. */
    final long unit(Context context) throws IOException {
        long value = kernel.unit(context);
        sum += value;
        slot.addUnits(1);
        return value;
    }

    final long sum() {
        return sum;
    }
}
