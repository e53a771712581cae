package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import java.util.List;

/**
 * Finds out what the threads of a lane did and wanted between two snapshots. Where workers report their waits exactly, they are the threads that count,
 * and their reports hold; else all threads of the lane count, by what looking at them showed. A reading that is missing at one end, or that runs
 * backwards, is unknown. On-CPU time is that of whole processes where it is known, so that threads that come and go are in it. Allocates nothing once its scratch is as long as the tables.
 */
final class DemandReader {
    /** Of all looks at a thread. */
    private static final double OFTEN = 0.02;
    private static final int TIMES = ThreadTable.ON_CPU | ThreadTable.RUN_DELAY;

    private final WaitSplit split = new WaitSplit();
    private final ReportedDemand reported = new ReportedDemand();
    private final LockDemand locks = new LockDemand();
    private final SharedWords words = new SharedWords();
    private int restingAtLocks;
    private int restingElsewhere;
    private int restingAtConditions;
    private boolean runtime;
    private Snapshot earlier;
    private Snapshot later;
    private Demand into;
    private long wall;
    /** Whether the CPU time of the process is known whose threads are being read. */
    private boolean timed;
    private double timedThreads;

    /** Fills {@code demand} anew. */
    void read(Demand demand, Snapshot from, Snapshot to, LaneReading lane) {
        earlier = from;
        later = to;
        into = demand;
        wall = to.monotonicNanos() - from.monotonicNanos();
        demand.clear();
        boolean reports = reports(lane);
        locks.clear();
        words.clear();
        restingAtLocks = 0;
        restingElsewhere = 0;
        restingAtConditions = 0;
        runtime = false;
        timedThreads = 0;
        threads(lane.processes(), reports);
        demand.beyondThreads(processes(lane.processes()) - timedThreads);
        if (reports) {
            demand.reported();
            reported.read(demand, from, to, lane);
        } else {
            locks();
        }
        earlier = null;
        later = null;
        into = null;
    }

    private boolean reports(LaneReading lane) {
        WorkerTable workers = later.workers();
        for (int row = 0; row < workers.size(); row++) {
            if (workers.laneId(row) == lane.id() && workers.tellsWaits(row)) {
                return true;
            }
        }
        return false;
    }

    /** CPU time of those processes of which it is known, ns. */
    private double processes(List<ProcessReading> processes) {
        double sum = 0;
        for (int i = 0; i < processes.size(); i++) {
            sum += Math.max(0, grown(processes.get(i).pid()));
        }
        return sum;
    }

    private long grown(int pid) {
        return Rows.grown(earlier.processTimes(), later.processTimes(), pid);
    }

    /** Rows of one process are neighbours, so that it is looked up once for all of them. */
    private void threads(List<ProcessReading> processes, boolean reports) {
        ThreadTable now = later.threads();
        int pid = -1;
        boolean ours = false;
        for (int row = 0; row < now.rows(); row++) {
            if (now.used(row)) {
                if (now.pid(row) != pid) {
                    pid = now.pid(row);
                    ours = Rows.has(processes, pid);
                    timed = ours && grown(pid) >= 0;
                }
                if (ours) {
                    thread(row, reports);
                }
            }
        }
        if (!reports) {
            gone(processes);
        }
    }

    /** Threads that were there and are no more: for a part of the time they were something, nobody knows what. */
    private void gone(List<ProcessReading> processes) {
        ThreadTable then = earlier.threads();
        for (int row = 0; row < then.rows(); row++) {
            if (then.used(row) && !then.sameThread(row, later.threads()) && Rows.has(processes, then.pid(row))) {
                into.passing(wall);
            }
        }
    }

    private void thread(int row, boolean reports) {
        ThreadTable now = later.threads();
        if (!now.sameThread(row, earlier.threads())) {
            double ran = now.knows(row, ThreadTable.ON_CPU) ? Math.min(wall, Math.max(0, now.onCpuNanos(row))) : 0;
            ran(ran);
            if (!reports) {
                into.passing(wall - ran);
            }
            return;
        }
        double ran = onCpu(row);
        ran(Math.max(0, ran));
        if (!reports) {
            demand(row, ran);
        }
    }

    private void ran(double nanos) {
        into.ran(nanos, wall);
        timedThreads += timed ? nanos : 0;
    }

    /** Time on a core; negative when it cannot be known. */
    private double onCpu(int row) {
        boolean known = later.threads().knows(row, ThreadTable.ON_CPU) && earlier.threads().knows(row, ThreadTable.ON_CPU);
        return known ? later.threads().onCpuNanos(row) - earlier.threads().onCpuNanos(row) : -1;
    }

    private void demand(int row, double ran) {
        ThreadTable now = later.threads();
        ThreadTable then = earlier.threads();
        long delay = now.knows(row, TIMES) && then.knows(row, TIMES) ? now.runDelayNanos(row) - then.runDelayNanos(row) : -1;
        if (ran < 0 || delay < 0) {
            into.untold(Math.max(0, wall - Math.max(0, ran)));
            return;
        }
        boolean turnsKnown = now.knows(row, ThreadTable.SLICES) && then.knows(row, ThreadTable.SLICES);
        long turns = turnsKnown ? Math.max(0, now.slices(row) - then.slices(row)) : -1;
        into.waitedForCore(delay, turns, ran, wall);
        double blocked = Math.max(0, wall - ran - delay);
        if (RuntimeThreads.has(now.name(row))) {
            // What it waits for nobody else does.
            runtime = true;
        } else if (ran == 0 && delay == 0 && turns == 0) {
            parked(row, blocked);
        } else {
            lively(row, blocked, ran + delay);
        }
    }

    private void lively(int row, double blocked, double ran) {
        if (!split.split(earlier.threads(), later.threads(), row, blocked)) {
            into.unseen(blocked, false);
            return;
        }
        ThreadTable now = later.threads();
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            if (kind != WaitKind.LOCK.ordinal()) {
                into.waited(WaitKind.of(kind), split.of(WaitKind.of(kind)));
            }
        }
        if (usesLocks(row)) {
            locks.used(wall - split.of(WaitKind.LOCK));
        }
        if (split.of(WaitKind.LOCK) > 0) {
            locks.waited(split.of(WaitKind.LOCK), now.lockSign(row), ran);
            words.add(now.pid(row), now.knows(row, ThreadTable.WAIT) ? now.lockAddress(row) : 0, now.lockSign(row), true);
        }
    }

    /** Whether it was often found waiting as for a lock, perhaps at other times: it may hold one now. */
    private boolean usesLocks(int row) {
        ThreadTable now = later.threads();
        return now.knows(row, ThreadTable.SAMPLES) && now.blockedSamples(row, WaitKind.LOCK) >= OFTEN * Math.max(1, now.samples(row));
    }

    /** It has not run, so that it is in the wait that it was found in last. */
    private void parked(int row, double blocked) {
        ThreadTable now = later.threads();
        if (!now.knows(row, ThreadTable.WAIT)) {
            into.unseen(blocked, true);
            return;
        }
        switch (now.wait(row)) {
            case INTERPRETER_LOCK, DISK, COLLECTOR -> into.waited(now.wait(row), blocked);
            case IO, SLEEP, CHILD, OTHER, EVENT_LOOP, POOL -> into.parked(now.wait(row), blocked);
            case LOCK -> {
                restingAtLocks += now.lockSign(row) == LockSign.LOCK ? 1 : 0;
                restingAtConditions += now.lockSign(row) == LockSign.CONDITION ? 1 : 0;
                restingElsewhere += now.lockSign(row) == LockSign.NONE ? 1 : 0;
                words.add(now.pid(row), now.lockAddress(row), now.lockSign(row), false);
            }
        }
    }

    /** Decides what waits that look as if they were for locks were for. */
    private void locks() {
        words.settle();
        into.contended((double) words.contended() * wall);
        into.parked(WaitKind.LOCK, (double) (restingAtLocks - words.contendedAndTold()) * wall);
        int elsewhere = restingElsewhere - (words.contended() - words.contendedAndTold());
        locks.rested(elsewhere, (double) elsewhere * wall);
        locks.restedAtConditions(restingAtConditions, (double) restingAtConditions * wall);
        locks.settle(runtime, words.turns());
        into.locks(locks);
    }
}
