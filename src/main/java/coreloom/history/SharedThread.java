package coreloom.history;

import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;

/**
 * A thread that carries several workers in turn, as an event loop its coroutines, in one interval. Each of them either waits, which it reports, or
 * has the thread. The thread's time on a core and in the run queue is divided among those who had it, by how long; what is left of it is the
 * thread's own: turning the loop, and waiting in select. So all the rows together make the thread. Shares are of wall time. Reused for one
 * interval after the other: allocates nothing.
 */
final class SharedThread {
    private Snapshot earlier;
    private Snapshot later;
    private double wall;
    /** Row of the first worker of the thread that {@link #hadByAll} is about; -1 for none. */
    private int first;
    private double hadByAll;

    void interval(Snapshot from, Snapshot to) {
        earlier = from;
        later = to;
        wall = to.monotonicNanos() - from.monotonicNanos();
        first = -1;
    }

    /**
     * Turns the shares of the whole thread in that row into those of one of its workers.
     *
     * @param worker its row among the workers; it was there at the beginning of the interval too
     */
    void divide(ThreadShares into, int at, int worker) {
        double had = had(worker);
        double part = had <= 0 ? 0 : had / Math.max(hadByAll(worker), ready(into, at));
        double ran = part * ready(into, at);
        into.onCpu(at, (float) (part * into.onCpu(at)));
        if (Float.isNaN(into.runDelay(at))) {
            return;
        }
        into.runDelay(at, (float) (part * into.runDelay(at)));
        double scale = 1 / Math.max(wall, waits(worker));
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            into.blocked(at, WaitKind.of(kind), (float) (waited(worker, WaitKind.of(kind)) * scale));
        }
        into.blocked(at, WaitKind.OTHER, (float) (into.blocked(at, WaitKind.OTHER) + Math.max(0, had - ran)));
    }

    /**
     * Turns the shares of the whole thread in that row into what its workers leave of it.
     *
     * @param worker  row of the first of its workers
     * @param blocked share for which the thread was blocked, NaN when it cannot be known
     */
    void leave(ThreadShares into, int at, int worker, float blocked) {
        double all = hadByAll(worker);
        double ready = ready(into, at);
        double rest = all <= 0 ? 1 : 1 - all / Math.max(all, ready);
        into.onCpu(at, (float) (rest * into.onCpu(at)));
        if (Float.isNaN(blocked)) {
            return;
        }
        into.runDelay(at, (float) (rest * into.runDelay(at)));
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            into.blocked(at, WaitKind.of(kind), 0);
        }
        into.blocked(at, WaitKind.IO, (float) Math.max(0, blocked - Math.max(0, all - ready)));
    }

    private static double ready(ThreadShares into, int at) {
        return into.onCpu(at) + (Float.isNaN(into.runDelay(at)) ? 0 : into.runDelay(at));
    }

    /** Share for which all workers of that one's thread together had it. */
    private double hadByAll(int worker) {
        int begin = Rows.worker(later.workers(), later.workers().pid(worker), later.workers().tid(worker));
        if (begin != first) {
            first = begin;
            hadByAll = 0;
            for (int i = Rows.crew(later.workers(), begin) - 1; i >= 0; i--) {
                hadByAll += had(begin + i);
            }
        }
        return hadByAll;
    }

    private double had(int worker) {
        boolean known = Rows.sameWorker(earlier.workers(), later.workers(), worker) >= 0;
        return known ? Math.max(0, 1 - waits(worker) / wall) : 0;
    }

    private double waits(int worker) {
        double sum = 0;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            sum += waited(worker, WaitKind.of(kind));
        }
        return sum;
    }

    private double waited(int worker, WaitKind kind) {
        int before = Rows.sameWorker(earlier.workers(), later.workers(), worker);
        return Math.max(0, later.workers().waitNanos(worker, kind) - earlier.workers().waitNanos(before, kind));
    }
}
