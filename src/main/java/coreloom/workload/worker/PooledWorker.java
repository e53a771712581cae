package coreloom.workload.worker;

import coreloom.telemetry.WorkerSlot;
import java.io.IOException;

/** A worker of a pool: takes a call, does its units, gives their sum back. */
final class PooledWorker extends Worker {
    private final Gate gate;
    private final CallTaker taker;

    PooledWorker(WorkerSlot slot, Kernel kernel, Gate gate, CallTaker taker) {
        super(0, slot, kernel, gate);
        this.gate = gate;
        this.taker = taker;
    }

    /** A call that is cut short has no result. */
    @Override
    boolean run(Context context) throws IOException {
        boolean more = true;
        context.enter();
        while (more && gate.open(0)) {
            more = taker.take(context);
            if (more) {
                callTaken(context);
            }
        }
        context.leave();
        return more;
    }

    private void callTaken(Context context) throws IOException {
        long result = 0;
        long left = taker.units();
        while (left > 0 && gate.open(0)) {
            result += unit(context);
            left--;
        }
        if (left == 0) {
            taker.give(result, context);
        }
    }
}
