package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Adds up what one lane did, from snapshot to snapshot, as long as both ends of an interval lie in the same phase. */
final class LaneAccount {
    private final int laneId;
    private final Percentiles lockWaits = new Percentiles();
    private final Percentiles replies = new Percentiles();
    private final CoreAccount cores = new CoreAccount();
    private final CpuAccount cpu = new CpuAccount();
    private final double[] waits = new double[WaitKind.COUNT];
    private final SampledWaits sampled = new SampledWaits();
    private final SeenHandoffs seenHandoffs = new SeenHandoffs();
    private long baselineNanos;
    private long baselineUnits;
    private long wallNanos;
    private long workerOnCpuNanos;
    private long workerRunDelayNanos;
    private long workerWallNanos;
    private boolean runDelayKnown;
    private long countedWallNanos;
    private long waitsWallNanos;
    private long units;
    private long handoffs;
    private long collections;
    private long pauseNanos;
    private int threads;

    LaneAccount(int laneId) {
        this.laneId = laneId;
    }

    /** Takes in what happened between two neighbouring snapshots; a phase that changed in between counts to neither. */
    void add(Snapshot earlier, LaneReading before, Snapshot later, LaneReading after) {
        long wall = later.monotonicNanos() - earlier.monotonicNanos();
        if (before.phase() != after.phase() || wall <= 0) {
            return;
        }
        if (after.phase() == Phase.BASELINE) {
            baselineNanos += wall;
            baselineUnits += unitsBetween(earlier.workers(), later.workers());
        } else if (after.phase() == Phase.MEASURED) {
            wallNanos += wall;
            cores.add(earlier.cores(), later.cores(), after.cores());
            cpu.between(earlier.processTimes(), later.processTimes(), before.processes());
            addThreads(earlier.threads(), later.threads(), before, wall, later.workers());
            seenHandoffs.add(earlier, later, before.processes());
            addWorkers(earlier.workers(), later.workers(), after, wall);
        }
    }

    private long unitsBetween(WorkerTable earlier, WorkerTable later) {
        long sum = 0;
        for (int row = 0; row < later.size(); row++) {
            int before = later.laneId(row) == laneId ? Rows.sameWorker(earlier, later, row) : -1;
            if (before >= 0) {
                sum += later.count(row, Count.UNITS) - earlier.count(before, Count.UNITS);
            }
        }
        return sum;
    }

    private void addThreads(ThreadTable earlier, ThreadTable later, LaneReading lane, long wall, WorkerTable workers) {
        int seen = 0;
        int likely = 0;
        boolean reports = reports(workers);
        sampled.begin();
        for (int row = 0; row < later.rows(); row++) {
            if (later.used(row) && Rows.has(lane.processes(), later.pid(row)) && comparable(earlier, later, row, ThreadTable.ON_CPU)) {
                cpu.addThread(earlier, later, row, wall);
                int worker = Rows.worker(workers, later.pid(row), later.tid(row), likely);
                likely = worker >= 0 ? worker + 1 : likely;
                if (reports ? works(lane, workers, worker) : !RuntimeThreads.has(later.name(row))) {
                    seen++;
                    if (later.sameThread(row, earlier)) {
                        addWorkerThread(earlier, later, row, wall, worker >= 0 && workers.tellsWaits(worker));
                        workerWallNanos += wall * (worker >= 0 ? Rows.crew(workers, worker) : 1);
                    }
                }
            }
        }
        if (!reports && seen > 0) {
            threads = seen;
        }
    }

    /** Whether the reading is known at the end, and at the beginning too if the thread was there: its process was watched already. */
    private static boolean comparable(ThreadTable earlier, ThreadTable later, int row, int reading) {
        return later.knows(row, reading) && (!later.sameThread(row, earlier) || earlier.knows(row, reading));
    }

    /** A thread that was there at both ends; of one that was not, nobody knows for how long it was there, so that its shares are unknown. */
    private void addWorkerThread(ThreadTable earlier, ThreadTable later, int row, long wall, boolean tellsWaits) {
        long onCpu = Math.max(0, later.onCpuNanos(row) - earlier.onCpuNanos(row));
        workerOnCpuNanos += onCpu;
        if (comparable(earlier, later, row, ThreadTable.RUN_DELAY)) {
            runDelayKnown = true;
            long runDelay = Math.max(0, later.runDelayNanos(row) - earlier.runDelayNanos(row));
            workerRunDelayNanos += runDelay;
            if (!tellsWaits) {
                sampled.add(earlier, later, row, Math.max(0, wall - onCpu - runDelay));
            }
        }
    }

    /** Whether the lane has workers that are its threads of interest; those of a program that does not say which threads they are do not count. */
    private boolean reports(WorkerTable workers) {
        for (int row = 0; row < workers.size(); row++) {
            if (workers.laneId(row) == laneId && (workers.tellsWaits(row) || workers.tid(row) != 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether that row is of a worker: beside them others of the lane may report, such as the threads of a pool's parent. */
    private static boolean works(LaneReading lane, WorkerTable workers, int row) {
        return row >= 0 && workers.number(row) < lane.workers();
    }

    /** The workers of a process that has ended wait for nothing any more: only the living ones count. */
    private void addWorkers(WorkerTable earlier, WorkerTable later, LaneReading lane, long wall) {
        boolean reports = reports(later);
        int living = 0;
        for (int row = 0; row < later.size(); row++) {
            boolean ours = later.laneId(row) == laneId && Rows.lives(lane.processes(), later.pid(row));
            int before = ours ? Rows.sameWorker(earlier, later, row) : -1;
            if (before >= 0) {
                countedWallNanos += wall;
                units += later.count(row, Count.UNITS) - earlier.count(before, Count.UNITS);
                addLock(earlier, before, later, row);
                addCollections(earlier, before, later, row);
                if (works(lane, later, row)) {
                    living += reports && countsAsThread(later, row) ? 1 : 0;
                    addWaits(earlier, before, later, row, wall);
                }
            }
        }
        threads = living > 0 ? living : threads;
    }

    /** Of several workers on one thread that do not tell their waits only the first: nobody knows which of them had it. */
    private static boolean countsAsThread(WorkerTable workers, int row) {
        return workers.tellsWaits(row) || Rows.worker(workers, workers.pid(row), workers.tid(row)) == row;
    }

    private void addLock(WorkerTable earlier, int before, WorkerTable later, int row) {
        if (later.tellsWaits(row)) {
            handoffs += later.count(row, Count.HANDOFFS) - earlier.count(before, Count.HANDOFFS);
            Percentiles waits = later.count(row, Count.REPLIES) > 0 ? replies : lockWaits;
            waits.addDifference(earlier, before, later, row);
        }
    }

    private void addCollections(WorkerTable earlier, int before, WorkerTable later, int row) {
        collections += later.count(row, Count.COLLECTIONS) - earlier.count(before, Count.COLLECTIONS);
        pauseNanos += later.count(row, Count.PAUSE_NANOS) - earlier.count(before, Count.PAUSE_NANOS);
    }

    private void addWaits(WorkerTable earlier, int before, WorkerTable later, int row, long wall) {
        if (later.tellsWaits(row)) {
            waitsWallNanos += wall;
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                waits[kind] += later.waitNanos(row, WaitKind.of(kind)) - earlier.waitNanos(before, WaitKind.of(kind));
            }
        }
    }

    /** What the account says now of the lane as it stands. */
    LaneSummary summary(LaneReading lane, IdleBudget budget) {
        boolean reported = waitsWallNanos > 0;
        OptionalDouble throughput = known(countedWallNanos > 0 && wallNanos > 0, units * 1e9 / wallNanos);
        boolean compared = throughput.isPresent() && baselineUnits > 0;
        double oneWorker = baselineUnits * 1e9 / baselineNanos;
        return new LaneSummary(lane, wallNanos,
                known(cpu.known() && wallNanos > 0, (double) cpu.nanos() / wallNanos),
                throughput,
                known(compared, units * 1e9 / wallNanos / oneWorker),
                known(workerWallNanos > 0, (double) workerOnCpuNanos / workerWallNanos),
                known(runDelayKnown && workerWallNanos > 0, (double) workerRunDelayNanos / workerWallNanos),
                waitShares(reported),
                percentile(0.5), percentile(0.99),
                reported && wallNanos > 0 ? OptionalDouble.of(handoffs * 1e9 / wallNanos) : seenHandoffs.perSecond(),
                threads, cores.over(wallNanos), new SeenLocks(sampled.locks().busiest(), seenHandoffs.newest()),
                new LaneSummary.Collections(collections, pauseNanos), budget,
                known(cpu.known() && wallNanos > 0, (double) cpu.briefNanos() / wallNanos));
    }

    private LaneSummary.WaitShares waitShares(boolean reported) {
        if (!reported && !sampled.known()) {
            return LaneSummary.WaitShares.UNKNOWN;
        }
        double[] shares = new double[WaitKind.COUNT];
        for (int kind = 0; kind < shares.length; kind++) {
            shares[kind] = reported ? waits[kind] / waitsWallNanos : sampled.nanos(WaitKind.of(kind)) / workerWallNanos;
        }
        return reported ? LaneSummary.WaitShares.of(shares) : LaneSummary.WaitShares.sampled(shares);
    }

    /** Where somebody asks, what counts is how long a reply takes; what the workers wait for their locks is part of that. */
    private OptionalLong percentile(double share) {
        Percentiles percentiles = replies.isEmpty() ? lockWaits : replies;
        return percentiles.isEmpty() ? OptionalLong.empty() : OptionalLong.of(percentiles.nanos(share));
    }

    private static OptionalDouble known(boolean isKnown, double value) {
        return isKnown ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
