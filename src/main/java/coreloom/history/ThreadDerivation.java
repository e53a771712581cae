package coreloom.history;

import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.util.Arrays;

/**
 * Derives the shares of each thread between two snapshots: wall = on-CPU + run delay + blocked, and blocked split by what the thread itself
 * reported, or else by what looking at it showed. Allocates nothing once its scratch is as long as the table of threads.
 */
final class ThreadDerivation {
    private static final int FIRST_OTHER = 1 << 20;
    /** In the order, rows from here on are those of workers that a thread carries, in the table of workers. */
    private static final int CARRIED = 1 << 30;

    private final Percentiles percentiles = new Percentiles();
    private final WaitSplit sampled = new WaitSplit();
    private final SharedThread shared = new SharedThread();
    private long[] order = new long[0];
    private String[] names = new String[0];
    private Snapshot earlier;
    private Snapshot later;
    private long wall;
    /** Row of the worker that the next thread probably is. */
    private int likely;

    /** Fills {@code into} with a row for each thread seen at the end of the interval, in the order they are shown. */
    void derive(ThreadShares into, Snapshot from, Snapshot to) {
        earlier = from;
        later = to;
        wall = to.monotonicNanos() - from.monotonicNanos();
        into.clear();
        deriveWorkersAlone(into);
        shared.interval(from, to);
        int rows = sort();
        for (int i = 0; i < rows; i++) {
            int row = (int) order[i];
            if (row < CARRIED) {
                derive(into, row);
            } else {
                deriveCarried(into, row - CARRIED);
            }
        }
        earlier = null;
        later = null;
    }

    /** Orders the used rows by (rank, row), packed into longs so that sorting allocates nothing. */
    private int sort() {
        ThreadTable threads = later.threads();
        WorkerTable workers = later.workers();
        if (order.length < threads.rows() + workers.size()) {
            order = new long[(threads.rows() + workers.size()) * 2];
        }
        int used = 0;
        for (int row = 0; row < threads.rows(); row++) {
            if (threads.used(row)) {
                order[used++] = (long) rank(threads, row) << 32 | row;
            }
        }
        for (int worker = 0; worker < workers.size(); worker++) {
            if (Rows.carried(workers, worker)) {
                order[used++] = (long) workers.number(worker) << 32 | CARRIED + worker;
            }
        }
        Arrays.sort(order, 0, used);
        return used;
    }

    private int rank(ThreadTable threads, int row) {
        int worker = worker(row);
        if (worker >= 0 && !Rows.carried(later.workers(), worker)) {
            return later.workers().number(worker);
        }
        long wanted = difference(row, ThreadTable.ON_CPU) + difference(row, ThreadTable.RUN_DELAY);
        return FIRST_OTHER - step((int) Math.min(10_000, Math.max(0, wanted) * 10_000 / wall));
    }

    /** Half octaves, and from a tenth of a core on twentieths: threads that want about the same keep their places from sample to sample. */
    private static int step(int parts) {
        int octave = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(parts);
        return parts == 0 ? 0 : parts < 1000 ? 2 + 2 * octave + (octave == 0 ? 0 : parts >> octave - 1 & 1) : 20 + parts / 500;
    }

    /** Row of the worker that the thread is; -1 when it is none. */
    private int worker(int row) {
        int worker = Rows.worker(later.workers(), later.threads().pid(row), later.threads().tid(row), likely);
        likely = worker >= 0 ? worker + 1 : likely;
        return worker;
    }

    /** Growth of a cumulative reading in ns; 0 when either end is missing. */
    private long difference(int row, int reading) {
        ThreadTable after = later.threads();
        if (!knowsBoth(row, reading)) {
            return 0;
        }
        return reading == ThreadTable.ON_CPU ? after.onCpuNanos(row) - earlier.threads().onCpuNanos(row)
                : after.runDelayNanos(row) - earlier.threads().runDelayNanos(row);
    }

    private boolean knowsBoth(int row, int reading) {
        return later.threads().sameThread(row, earlier.threads()) && later.threads().knows(row, reading)
                && earlier.threads().knows(row, reading);
    }

    private void derive(ThreadShares into, int row) {
        ThreadTable threads = later.threads();
        int at = into.add(threads.pid(row), threads.tid(row), threads.name(row), Rows.laneOf(later.lanes(), threads.pid(row)));
        into.state(at, threads.knows(row, ThreadTable.STATE) ? threads.state(row) : '?',
                threads.knows(row, ThreadTable.CORE) ? threads.core(row) : -1);
        int worker = worker(row);
        if (worker >= 0 && Rows.carried(later.workers(), worker)) {
            if (knowsBoth(row, ThreadTable.ON_CPU)) {
                shared.leave(into, at, worker, times(into, at, row));
            }
            return;
        }
        int before = worker >= 0 ? Rows.sameWorker(earlier.workers(), later.workers(), worker) : -1;
        if (knowsBoth(row, ThreadTable.ON_CPU)) {
            float blocked = times(into, at, row);
            if (worker >= 0 && later.workers().tellsWaits(worker)) {
                split(into, at, blocked, before, worker);
            } else if (!Float.isNaN(blocked)) {
                splitBySamples(into, at, row, blocked);
            }
        }
        if (worker >= 0) {
            reported(into, at, before, worker);
        }
    }

    private void deriveWorkersAlone(ThreadShares into) {
        for (int worker = 0; worker < later.workers().size(); worker++) {
            if (later.workers().tid(worker) == 0 && later.workers().tellsWaits(worker)) {
                deriveAlone(into, worker);
            }
        }
    }

    /** A worker without a kernel thread of its own: all that is known of it is what it reports. On-CPU time and run delay are not. */
    private void deriveAlone(ThreadShares into, int worker) {
        WorkerTable workers = later.workers();
        int at = into.add(workers.pid(worker), 0, name(workers.number(worker)), workers.laneId(worker));
        int before = Rows.sameWorker(earlier.workers(), workers, worker);
        reported(into, at, before, worker);
        if (before >= 0) {
            // The worker and this thread read the clock one after the other, so the sum may come out a little above the interval.
            double whole = Math.max(wall, reportedNanos(before, worker));
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                into.blocked(at, WaitKind.of(kind), (float) (waited(before, worker, WaitKind.of(kind)) / whole));
            }
        }
    }

    /** A coroutine; one whose thread was not seen has no row. */
    private void deriveCarried(ThreadShares into, int worker) {
        WorkerTable workers = later.workers();
        int row = Rows.thread(later.threads(), workers.pid(worker), workers.tid(worker));
        if (row < 0) {
            return;
        }
        int at = into.add(workers.pid(worker), workers.tid(worker), name(workers.number(worker)),
                Rows.laneOf(later.lanes(), workers.pid(worker)));
        into.carried(at);
        int before = Rows.sameWorker(earlier.workers(), workers, worker);
        if (before >= 0 && knowsBoth(row, ThreadTable.ON_CPU)) {
            times(into, at, row);
            shared.divide(into, at, worker);
        }
        reported(into, at, before, worker);
    }

    /** What a worker is called whom no thread is named after; made once. */
    private String name(int number) {
        if (names.length <= number) {
            names = Arrays.copyOf(names, Math.max(number + 1, names.length * 2));
        }
        return names[number] == null ? names[number] = "worker-" + number : names[number];
    }

    /** Sets on-CPU and run delay so that with the blocked time they make 1; returns the blocked share, NaN when it cannot be known. */
    private float times(ThreadShares into, int at, int row) {
        double onCpu = Math.max(0, difference(row, ThreadTable.ON_CPU));
        if (!knowsBoth(row, ThreadTable.RUN_DELAY)) {
            into.onCpu(at, (float) Math.min(1, onCpu / wall));
            return Float.NaN;
        }
        double runDelay = Math.max(0, difference(row, ThreadTable.RUN_DELAY));
        // The kernel brings a running thread's time up to date at its tick only, so an interval may show a little more than its wall time.
        double whole = Math.max(wall, onCpu + runDelay);
        into.onCpu(at, (float) (onCpu / whole));
        into.runDelay(at, (float) (runDelay / whole));
        return (float) ((whole - onCpu - runDelay) / whole);
    }

    private void split(ThreadShares into, int at, float blocked, int before, int worker) {
        if (Float.isNaN(blocked)) {
            return;
        }
        double reported = before >= 0 ? reportedNanos(before, worker) : 0;
        double scale = reported <= 0 ? 0 : Math.min(1 / (double) wall, blocked / reported);
        double left = blocked;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            double share = before >= 0 ? waited(before, worker, WaitKind.of(kind)) * scale : 0;
            left -= share;
            into.blocked(at, WaitKind.of(kind), (float) share);
        }
        into.blocked(at, WaitKind.OTHER, (float) (into.blocked(at, WaitKind.OTHER) + Math.max(0, left)));
    }

    private void splitBySamples(ThreadShares into, int at, int row, float blocked) {
        sampled.split(earlier.threads(), later.threads(), row, blocked);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            into.blocked(at, WaitKind.of(kind), (float) sampled.of(WaitKind.of(kind)));
        }
    }

    private double reportedNanos(int before, int worker) {
        double sum = 0;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            sum += waited(before, worker, WaitKind.of(kind));
        }
        return sum;
    }

    private double waited(int before, int worker, WaitKind kind) {
        return Math.max(0, later.workers().waitNanos(worker, kind) - earlier.workers().waitNanos(before, kind));
    }

    private void reported(ThreadShares into, int at, int before, int worker) {
        WorkerTable workers = later.workers();
        if (workers.tellsWaits(worker)) {
            into.waitsTold(at);
        }
        if (before < 0 || !workers.tellsWaits(worker)) {
            into.worker(at, workers.number(worker), Float.NaN, -1, -1);
            return;
        }
        percentiles.clear();
        percentiles.addDifference(earlier.workers(), before, workers, worker);
        long units = workers.count(worker, Count.UNITS) - earlier.workers().count(before, Count.UNITS);
        into.units(at, (float) (units * 1e9 / wall));
        long handoffs = workers.count(worker, Count.HANDOFFS) - earlier.workers().count(before, Count.HANDOFFS);
        into.worker(at, workers.number(worker), (float) (handoffs * 1e9 / wall), percentiles.nanos(0.5), percentiles.nanos(0.99));
    }
}
