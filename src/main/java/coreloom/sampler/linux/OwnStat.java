package coreloom.sampler.linux;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.OwnCpu;
import java.nio.file.Path;

/** The monitor's own CPU time from {@code /proc/self/stat}, kept open; in steps of a clock tick. For one thread. */
public final class OwnStat implements OwnCpu {
    private final ProcFile file;
    private final ProcLines lines = new ProcLines();
    private final long tickNanos;
    private final Faults faults;
    private long last;

    /** {@code proc} is {@code /proc}. */
    public OwnStat(Path proc, Faults faults) {
        file = new ProcFile(proc.resolve("self/stat"), new OpenFiles(1));
        tickNanos = ClockTicks.nanos(proc);
        this.faults = faults;
    }

    @Override
    public long nanos() {
        Outcome outcome = lines.readStat(file);
        if (outcome == Outcome.READ) {
            last = lines.stat().cpuTicks() * tickNanos;
        } else {
            file.close();
            faults.count(Fault.OWN_CPU_UNREADABLE, file.path());
        }
        return last;
    }

    @Override
    public void close() {
        file.close();
    }
}
