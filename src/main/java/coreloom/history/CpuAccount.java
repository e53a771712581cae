package coreloom.history;

import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import java.util.List;

/**
 * Adds up the CPU time of a lane. Of a process whose own time is known at both ends of an interval that time counts: it is of all its
 * threads, also of those that came and went in between. Of any other the sum over the threads seen at the end has to do.
 *
 * <pre>
 *   lane = threads that were there at both ends + brief threads
 * </pre>
 */
final class CpuAccount {
    private ProcessTimes before;
    private ProcessTimes after;
    private long nanos;
    private long lastingNanos;
    private boolean known;

    /** Begins with an interval, from the times of processes at its ends. */
    void between(ProcessTimes earlier, ProcessTimes later, List<ProcessReading> processes) {
        before = earlier;
        after = later;
        for (int i = 0; i < processes.size(); i++) {
            long grown = grown(processes.get(i).pid());
            nanos += Math.max(0, grown);
            known |= grown >= 0;
        }
    }

    private long grown(int pid) {
        return Rows.grown(before, after, pid);
    }

    /** Takes in a thread; one that was not there before was born within the interval, so that all its time is of it, and no more than that. */
    void addThread(ThreadTable earlier, ThreadTable later, int row, long wall) {
        boolean lasted = later.sameThread(row, earlier);
        long ran = lasted ? Math.max(0, later.onCpuNanos(row) - earlier.onCpuNanos(row)) : Math.min(wall, later.onCpuNanos(row));
        lastingNanos += lasted ? ran : 0;
        nanos += grown(later.pid(row)) < 0 ? ran : 0;
        known = true;
    }

    boolean known() {
        return known;
    }

    /** All of it, ns. */
    long nanos() {
        return nanos;
    }

    /** The part of threads that were not there at both ends of an interval, ns. A process and its threads are not read at the same instant. */
    long briefNanos() {
        return Math.max(0, nanos - lastingNanos);
    }
}
