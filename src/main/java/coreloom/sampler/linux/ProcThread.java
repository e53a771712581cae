package coreloom.sampler.linux;

import coreloom.sampler.Fault;
import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.snapshot.ThreadTable;
import java.nio.file.Path;

/**
 * One thread: its files, and what they told last. Its {@code schedstat} is read for every snapshot; its {@code stat} only when it may tell
 * something new: the thread has run since, was running or runnable, was never read, or it is its turn.
 *
 * <p>On-CPU time comes from {@code schedstat} in ns. Where that tells nothing, it comes from {@code stat} in clock ticks; a thread goes
 * over from ticks to ns when its {@code schedstat} begins to tell, and never back, so that its time never falls.
 */
final class ProcThread implements AutoCloseable {
    private final ProcShared shared;
    private final int tid;
    private final int row;
    private final ProcFile schedstatFile;
    private final ProcFile statFile;
    private final Path task;
    private ProcWait wait;

    private boolean withoutSchedstat;
    private boolean exact;
    private boolean timesKnown;
    private boolean changed;
    private long readFor = -1;
    private boolean ranThen;
    private long onCpuNanos;
    private long runDelayNanos;
    private long slices;

    private boolean identified;
    private boolean statKnown;
    private boolean coarseTold;
    private long startTicks;
    private long cpuTicks;
    private char state;
    private int core;
    private String name = "";
    private String affinity = "";
    private byte[] nameBytes = new byte[0];

    ProcThread(ProcShared shared, Path tasks, int tid) {
        this.shared = shared;
        this.tid = tid;
        row = shared.rows().take();
        task = tasks.resolve(Integer.toString(tid));
        schedstatFile = new ProcFile(task.resolve("schedstat"), shared.files());
        statFile = new ProcFile(task.resolve("stat"), shared.files());
    }

    int tid() {
        return tid;
    }

    /** Whether its name and start are known; until then it is in no table. */
    boolean identified() {
        return identified;
    }

    /** On-CPU time that its {@code schedstat} told last, ns; 0 while it told nothing. */
    long countedNanos() {
        return onCpuNanos;
    }

    /** Whether all of it is known, and it did not run before the last reading: while it does not run, there is nothing new to read. */
    boolean rests() {
        return exact && timesKnown && identified && statKnown && !ran() && schedstatFile.kept() && statFile.kept();
    }

    /**
     * Reads the thread.
     *
     * @param snapshot number of the snapshot that it is read for, perhaps not for the first time
     * @param turn     whether to read {@code stat} in any case
     * @return false when it has gone
     */
    boolean read(long snapshot, boolean turn) {
        ranThen = readFor == snapshot && changed;
        readFor = snapshot;
        changed = true;
        if (!withoutSchedstat && !readSchedstat()) {
            return false;
        }
        boolean pinned = schedstatFile.kept() && statFile.kept();
        if (turn || changed || state == 'R' || !statKnown || !pinned) {
            return readStat();
        }
        return true;
    }

    private boolean readSchedstat() {
        Outcome outcome = shared.lines().readSchedstat(schedstatFile);
        timesKnown = outcome == Outcome.READ;
        if (timesKnown) {
            take(shared.lines().schedstat());
            return true;
        }
        if (outcome == Outcome.GONE && exact) {
            return false;
        }
        withoutSchedstat = outcome == Outcome.GONE || outcome == Outcome.DENIED;
        shared.lost(outcome, schedstatFile.path());
        return true;
    }

    private void take(SchedstatLine line) {
        exact |= line.slices() > 0;
        changed = ranThen || !exact || line.slices() != slices || line.onCpuNanos() != onCpuNanos || line.runDelayNanos() != runDelayNanos;
        onCpuNanos = line.onCpuNanos();
        runDelayNanos = line.runDelayNanos();
        slices = line.slices();
    }

    private boolean readStat() {
        Outcome outcome = shared.lines().readStat(statFile);
        statKnown = outcome == Outcome.READ;
        if (statKnown) {
            return take(shared.lines().stat());
        }
        shared.lost(outcome, statFile.path());
        return outcome != Outcome.GONE;
    }

    /** False when the line speaks of another thread with the same id. */
    private boolean take(StatLine line) {
        if (!identified) {
            identify(line);
        } else if (line.startTicks() != startTicks) {
            return false;
        }
        if (!line.named(nameBytes)) {
            nameBytes = line.nameBytes();
            name = line.name();
        }
        cpuTicks = line.cpuTicks();
        state = line.state();
        core = line.core();
        if (!exact && cpuTicks > 0 && !coarseTold) {
            coarseTold = true;
            shared.faults().count(Fault.NO_SCHEDSTAT, schedstatFile.path());
        }
        return true;
    }

    private void identify(StatLine line) {
        identified = true;
        startTicks = line.startTicks();
        if (!statFile.kept() || !schedstatFile.kept() && !withoutSchedstat) {
            shared.faults().count(Fault.FILES_NOT_KEPT, statFile.path());
        }
    }

    /** From now on, or no longer, it is looked at to tell what it waits for. */
    void watchWaits(boolean watch) {
        if (watch && wait == null) {
            wait = new ProcWait(new WaitFiles(task, statFile, shared.files()));
        } else if (!watch && wait != null) {
            wait.close();
            wait = null;
        }
    }

    /** Whether it ran in the time before the last reading, or was about to, so that it may wait for something else by now. */
    boolean ran() {
        return changed || state == 'R';
    }

    /** Looks at what it waits for, unless that is known still: a thread that has not run is in the call that it was in. */
    void settleWait(WaitReading reading, GilWaitRule rule, FutexWait.TaskNumbers threads) {
        if (wait == null || !ran() && wait.known()) {
            return;
        }
        if (statKnown && WaitReading.stopped(state)) {
            wait.stopped();
        } else {
            wait.look(reading, rule, threads);
        }
    }

    /** Looks at what it waits for. */
    void look(WaitReading reading, GilWaitRule rule, FutexWait.TaskNumbers threads) {
        if (wait != null) {
            wait.look(reading, rule, threads);
        }
    }

    /** Whether it was found to wait for more than one thing since this was last asked. */
    boolean takeMixed() {
        return wait != null && wait.takeMixed();
    }

    /** Reads the cores that it may use; where that cannot be read they stay unknown. */
    void readAffinity() {
        String cores = AffinityRound.read(task.resolve("status"));
        affinity = cores.equals(affinity) ? affinity : cores;
    }

    /** Puts the thread into its row, with what its last reading told. */
    void write(int pid, ThreadTable into) {
        if (!identified) {
            return;
        }
        into.put(row, pid, tid, startTicks, name);
        if (exact && timesKnown) {
            into.onCpu(row, onCpuNanos);
            into.runDelay(row, runDelayNanos);
            into.slices(row, slices);
        } else if (!exact && statKnown) {
            into.onCpu(row, cpuTicks * shared.tickNanos());
        }
        if (statKnown) {
            into.state(row, state);
            into.core(row, core);
        }
        if (!affinity.isEmpty()) {
            into.affinity(row, affinity);
        }
        if (wait != null) {
            wait.write(into, row);
        }
    }

    /** Closes its files and gives its row back. */
    @Override
    public void close() {
        schedstatFile.close();
        statFile.close();
        watchWaits(false);
        shared.rows().giveBack(row);
    }
}
