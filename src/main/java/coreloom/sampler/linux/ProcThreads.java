package coreloom.sampler.linux;

import coreloom.sampler.Faults;
import coreloom.sampler.ThreadReader;
import coreloom.sampler.WaitDemand;
import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.sampler.linux.python.PythonProcess;
import coreloom.sampler.linux.python.PythonProcesses;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    private final WaitReading waitReading;
    private final List<InterpreterLockReading> interpreterLocks = new ArrayList<>();
    private final ProcLimits processLimits;
    private final AffinityRound affinities = new AffinityRound();
    private List<LimitReading> limits = List.of();
    private PythonProcesses pythons;
    private int[] watched = new int[0];
    private int[] unreported = new int[0];
    private WaitDemand demand = WaitDemand.NONE;
    private long snapshot;

    /** {@code proc} is {@code /proc}, or a tree like it. */
    public ProcThreads(Path proc, Faults faults) {
        this(ProcShared.of(proc, faults));
    }

    ProcThreads(ProcShared shared) {
        this.shared = shared;
        waitReading = new WaitReading(shared);
        processLimits = new ProcLimits(shared.proc().toAbsolutePath().getParent(), shared.files());
    }

    @Override
    public void watchWaits(int[] pids) {
        unreported = pids;
        choose();
        if (pythons != null) {
            pythons.keep(pids);
        }
    }

    private void choose() {
        for (ProcProcess process : processes) {
            process.watchWaits(Arrays.stream(unreported).anyMatch(pid -> pid == process.pid()));
        }
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
        limits = processLimits.read(pids, snapshot);
        affinities.read(processes);
        settleWaits();
        into.reset(shared.rows().count());
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).write(into);
        }
    }

    private void settleWaits() {
        demand = WaitDemand.NONE;
        interpreterLocks.clear();
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).watchesWaits()) {
                readInterpreterLock(processes.get(i));
                demand = demand.and(processes.get(i).settleWaits(waitReading));
            }
        }
    }

    private void readInterpreterLock(ProcProcess process) {
        if (pythons == null) {
            pythons = PythonProcesses.of(shared.proc(), shared.faults());
        }
        Optional<PythonProcess> python = pythons.look(process.pid());
        GilWaitRule rule = null;
        if (python.isPresent()) {
            interpreterLocks.add(python.get().read());
            rule = python.get().rule().orElse(null);
        }
        process.rule(rule);
    }

    @Override
    public List<InterpreterLockReading> interpreterLocks() {
        return interpreterLocks;
    }

    @Override
    public List<LimitReading> limits() {
        return limits;
    }

    @Override
    public void processTimes(ProcessTimes into) {
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).writeTime(into);
        }
    }

    @Override
    public WaitDemand demand() {
        return demand;
    }

    @Override
    public void look() {
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).look(waitReading);
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
        choose();
    }

    /** Closes every file. A further reading would open them again. */
    @Override
    public void close() {
        watch(new int[0]);
        processLimits.close();
        if (pythons != null) {
            pythons.close();
        }
    }
}
