package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code time.sleep}: the deadline first, then the lock is let go and the thread sleeps until it. */
final class Sleep {
    private final Context context;
    private final BlockingCall sleep = this::untilDeadline;
    private long deadline;

    Sleep(Context context) {
        this.context = context;
    }

    void sleep(long micros) throws IOException {
        deadline = context.nanos() + TimeUnit.MICROSECONDS.toNanos(micros);
        context.blocking(WaitKind.SLEEP, sleep);
    }

    private void untilDeadline() {
        long left = deadline - context.nanos();
        while (left > 0) {
            LockSupport.parkNanos(this, left);
            left = deadline - context.nanos();
        }
    }
}
