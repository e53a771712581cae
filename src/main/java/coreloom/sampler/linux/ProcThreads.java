package coreloom.sampler.linux;

import coreloom.sampler.Faults;
import coreloom.sampler.ThreadReader;
import coreloom.snapshot.ThreadTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Threads of Linux processes from {@code /proc}, through files kept open and read from their beginning: on-CPU time, run delay, slices,
 * state and the core last run on. While no thread comes or goes, a snapshot allocates nothing.
 *
 * <p>All of it is read first, then written to the table, so that a thread that goes in between leaves no half row. Used by one thread,
 * which must never be interrupted: an interrupt closes the file being read (see {@link java.nio.channels.FileChannel}). It would be taken
 * for gone and found again.
 */
public final class ProcThreads implements ThreadReader {
    private final ProcShared shared;
    private final List<ProcProcess> processes = new ArrayList<>();
    private int[] watched = new int[0];
    private long snapshot;

    /** {@code proc} is {@code /proc}, or a tree like it. */
    public ProcThreads(Path proc, Faults faults) {
        this(ProcShared.of(proc, faults));
    }

    ProcThreads(ProcShared shared) {
        this.shared = shared;
    }

    @Override
    public void read(int[] pids, ThreadTable into) {
        if (pids != watched) {
            watch(pids);
        }
        snapshot++;
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).read(snapshot);
        }
        into.reset(shared.rows().count());
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).write(into);
        }
    }

    private void watch(int[] pids) {
        List<ProcProcess> former = new ArrayList<>(processes);
        processes.clear();
        for (int pid : pids) {
            ProcProcess known = former.stream().filter(process -> process.pid() == pid).findFirst().orElse(null);
            former.remove(known);
            processes.add(known == null ? new ProcProcess(shared, pid) : known);
        }
        former.forEach(ProcProcess::close);
        watched = pids;
    }

    /** Closes every file. A further reading would open them again. */
    @Override
    public void close() {
        watch(new int[0]);
    }
}
