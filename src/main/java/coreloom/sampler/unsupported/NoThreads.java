package coreloom.sampler.unsupported;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadReader;
import coreloom.snapshot.ThreadTable;
import java.util.Objects;

/**
 * The reader of threads where there is nothing to read them from: every table is empty, and each time that loses readings it is counted.
 */
public final class NoThreads implements ThreadReader {
    private final String reason;
    private final Faults faults;

    /** {@code reason} completes "This platform does not tell of threads (…)". */
    public NoThreads(String reason, Faults faults) {
        this.reason = Objects.requireNonNull(reason);
        this.faults = Objects.requireNonNull(faults);
    }

    @Override
    public void read(int[] pids, ThreadTable into) {
        into.reset(0);
        if (pids.length > 0) {
            faults.count(Fault.NO_THREADS, reason);
        }
    }

    @Override
    public void close() {}
}
