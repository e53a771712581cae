package coreloom.sampler.linux;

import coreloom.sampler.OwnCpu;
import java.nio.file.Path;

/**
 * The CPU time of the one thread that reads it, from its own {@code schedstat}, kept open. It is brought up to date when the thread goes to
 * sleep. What {@code stat} tells in clock ticks would be too coarse; without {@code schedstat} it stays 0.
 */
public final class ThreadCpu implements OwnCpu {
    private final ProcFile file;
    private final ProcLines lines = new ProcLines();
    private long last;

    /** {@code proc} is {@code /proc}. */
    public ThreadCpu(Path proc) {
        file = new ProcFile(proc.resolve("thread-self/schedstat"), new OpenFiles(1));
    }

    @Override
    public long nanos() {
        if (lines.readSchedstat(file) == Outcome.READ) {
            last = lines.schedstat().onCpuNanos();
        }
        return last;
    }

    @Override
    public void close() {
        file.close();
    }
}
