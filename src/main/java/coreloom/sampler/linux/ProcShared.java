package coreloom.sampler.linux;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import java.nio.file.Path;

/**
 * What all processes and threads of one {@link ProcThreads} share.
 *
 * @param proc      {@code /proc}
 * @param lines     the buffer and the parsers
 * @param files     the budget of open files
 * @param rows      the rows of the table
 * @param faults    where lost readings are counted
 * @param tickNanos ns of a clock tick
 * @param clock     CPU time of whole processes
 */
record ProcShared(Path proc, ProcLines lines, OpenFiles files, ThreadRows rows, Faults faults, long tickNanos, ProcessClock clock) {
    private static final Path KERNELS = Path.of("/proc");

    static ProcShared of(Path proc, Faults faults) {
        ProcessClock clock = proc.equals(KERNELS) ? new KernelProcessClock() : ProcessClock.NONE;
        return new ProcShared(proc, new ProcLines(), OpenFiles.ofThisProcess(proc), new ThreadRows(), faults, ClockTicks.nanos(proc), clock);
    }

    /** Counts a reading that was lost that way. That somebody has gone is no fault. */
    void lost(Outcome outcome, Path path) {
        switch (outcome) {
            case READ, GONE -> { }
            case DENIED -> faults.count(Fault.DENIED, path);
            case NO_FILES -> faults.count(Fault.FILES_EXHAUSTED, path);
            case UNCLEAR -> faults.count(Fault.UNCLEAR_LINE, path);
        }
    }
}
