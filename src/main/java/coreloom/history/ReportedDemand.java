package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import java.util.Arrays;

/**
 * What the workers of a lane wanted between two snapshots, by their own exact reports. A wait that they report lasts until they run again, so that it
 * holds run delay too: it is cut to what the kernel tells of blocked time. Allocates nothing once its scratch is as long as the table of workers.
 */
final class ReportedDemand {
    private static final int TIMES = ThreadTable.ON_CPU | ThreadTable.RUN_DELAY;

    private final double[] waited = new double[WaitKind.COUNT];
    /** Where the thread of each worker was found last. */
    private int[] rows = new int[0];
    private Snapshot earlier;
    private Snapshot later;
    private Demand into;
    private double wall;
    private double userReady;

    /** Adds to {@code demand}, which knows how long the lane's threads ran. */
    void read(Demand demand, Snapshot from, Snapshot to, LaneReading lane) {
        earlier = from;
        later = to;
        into = demand;
        wall = to.monotonicNanos() - from.monotonicNanos();
        userReady = 0;
        if (rows.length < to.workers().size()) {
            rows = Arrays.copyOf(rows, to.workers().size());
        }
        for (int worker = 0; worker < to.workers().size(); worker++) {
            if (works(lane, to.workers(), worker)) {
                worker(worker);
            }
        }
        demand.waitedForCarrier(Math.max(0, userReady - demand.onCpu()));
        earlier = null;
        later = null;
        into = null;
    }

    private static boolean works(LaneReading lane, WorkerTable workers, int row) {
        return workers.laneId(row) == lane.id() && workers.tellsWaits(row) && workers.number(row) < lane.workers()
                && Rows.lives(lane.processes(), workers.pid(row));
    }

    private void worker(int worker) {
        WorkerTable workers = later.workers();
        int before = Rows.sameWorker(earlier.workers(), workers, worker);
        if (before < 0) {
            into.passing(wall);
            return;
        }
        double sum = sum(before, worker);
        if (workers.tid(worker) == 0) {
            userReady += Math.max(0, wall - sum);
            waits(sum > wall ? wall / sum : 1);
        } else if (Rows.carried(workers, worker)) {
            waits(sum > wall ? wall / sum : 1);
            if (first(workers, worker)) {
                carrier(thread(worker));
            }
        } else {
            threadOf(worker, sum);
        }
    }

    private double sum(int before, int worker) {
        double sum = 0;
        for (int kind = 0; kind < waited.length; kind++) {
            WaitKind each = WaitKind.of(kind);
            waited[kind] = Math.max(0, later.workers().waitNanos(worker, each) - earlier.workers().waitNanos(before, each));
            sum += waited[kind];
        }
        return sum;
    }

    private void waits(double scale) {
        for (int kind = 0; kind < waited.length; kind++) {
            into.waited(WaitKind.of(kind), waited[kind] * scale);
        }
    }

    private static boolean first(WorkerTable workers, int worker) {
        return worker == 0 || workers.tid(worker - 1) != workers.tid(worker) || workers.pid(worker - 1) != workers.pid(worker);
    }

    private void carrier(int row) {
        if (row >= 0 && told(row)) {
            ready(row);
        }
    }

    private void threadOf(int worker, double sum) {
        int row = thread(worker);
        if (row < 0 || !told(row)) {
            waits(sum > wall ? wall / sum : 1);
            into.untold(Math.max(0, wall - sum - (row < 0 ? 0 : Math.max(0, ran(row)))));
            return;
        }
        double blocked = Math.max(0, wall - ran(row) - ready(row));
        waits(sum > blocked ? blocked / sum : 1);
        into.waited(WaitKind.OTHER, Math.max(0, blocked - sum));
    }

    private double ready(int row) {
        double delay = later.threads().runDelayNanos(row) - earlier.threads().runDelayNanos(row);
        boolean turnsKnown = later.threads().knows(row, ThreadTable.SLICES) && earlier.threads().knows(row, ThreadTable.SLICES);
        long turns = turnsKnown ? Math.max(0, later.threads().slices(row) - earlier.threads().slices(row)) : -1;
        into.waitedForCore(delay, turns, ran(row), (long) wall);
        return delay;
    }

    private double ran(int row) {
        return later.threads().onCpuNanos(row) - earlier.threads().onCpuNanos(row);
    }

    /** Whether both of its times are known at both ends and run forward. */
    private boolean told(int row) {
        ThreadTable now = later.threads();
        ThreadTable then = earlier.threads();
        return now.sameThread(row, then) && now.knows(row, TIMES) && then.knows(row, TIMES) && now.onCpuNanos(row) >= then.onCpuNanos(row)
                && now.runDelayNanos(row) >= then.runDelayNanos(row);
    }

    private int thread(int worker) {
        int pid = later.workers().pid(worker);
        int tid = later.workers().tid(worker);
        ThreadTable now = later.threads();
        int hint = rows[worker];
        if (!now.used(hint) || now.tid(hint) != tid || now.pid(hint) != pid) {
            rows[worker] = Math.max(0, Rows.thread(now, pid, tid));
        }
        int row = rows[worker];
        return now.used(row) && now.tid(row) == tid && now.pid(row) == pid ? row : -1;
    }
}
