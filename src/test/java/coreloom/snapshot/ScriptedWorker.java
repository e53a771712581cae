package coreloom.snapshot;

import coreloom.snapshot.WorkerTable.Count;
import java.util.Arrays;

/** A worker of a {@link ScriptedLane}. */
public final class ScriptedWorker {
    private static final Count[] COUNTS = Count.values();

    private final int laneId;
    private final int number;
    private final int pid;
    private final int tid;
    private boolean unitsOnly;
    private final double[] countsPerSecond = new double[Count.COUNT];
    private final double[] waitShare = new double[WaitKind.COUNT];
    private final double[] waitsPerSecond = new double[WaitBuckets.COUNT];
    private final double[] counts = new double[Count.COUNT];
    private final long[] waitNanos = new long[WaitKind.COUNT];
    private final double[] waits = new double[WaitBuckets.COUNT];

    ScriptedWorker(int laneId, int number, int pid, int tid) {
        this.laneId = laneId;
        this.number = number;
        this.pid = pid;
        this.tid = tid;
    }

    int tid() {
        return tid;
    }

    boolean is(int lane, int numberInLane) {
        return laneId == lane && number == numberInLane;
    }

    /** Tells its work units and nothing else. */
    public ScriptedWorker unitsOnly() {
        unitsOnly = true;
        return this;
    }

    /** Work units per second. */
    public ScriptedWorker units(double perSecond) {
        return counts(Count.UNITS, perSecond);
    }

    /** Increase of a counter per second. */
    public ScriptedWorker counts(Count which, double perSecond) {
        countsPerSecond[which.ordinal()] = perSecond;
        return this;
    }

    /** Share of the time that it waits for that. */
    public ScriptedWorker waits(WaitKind kind, double share) {
        waitShare[kind.ordinal()] = share;
        return this;
    }

    /** Lock waits of that length begin to be counted, in the histogram and as {@link Count#WAITS}, so many a second. */
    public ScriptedWorker lockWaits(double perSecond, long lengthNanos) {
        waitsPerSecond[WaitBuckets.of(lengthNanos)] = perSecond;
        return counts(Count.WAITS, Arrays.stream(waitsPerSecond).sum());
    }

    /** Keeps what it has counted and counts no more. */
    public void stops() {
        Arrays.fill(countsPerSecond, 0);
        Arrays.fill(waitShare, 0);
        Arrays.fill(waitsPerSecond, 0);
    }

    void pass(long nanos) {
        double seconds = nanos / 1e9;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += countsPerSecond[i] * seconds;
        }
        for (int i = 0; i < waitNanos.length; i++) {
            waitNanos[i] += Math.round(waitShare[i] * nanos);
        }
        for (int i = 0; i < waits.length; i++) {
            waits[i] += waitsPerSecond[i] * seconds;
        }
    }

    void addTo(WorkerTable table) {
        int row = table.add(laneId, number, pid, tid);
        if (unitsOnly) {
            table.unitsOnly(row);
            table.count(row, Count.UNITS, Math.round(counts[Count.UNITS.ordinal()]));
            return;
        }
        for (int i = 0; i < counts.length; i++) {
            table.count(row, COUNTS[i], Math.round(counts[i]));
        }
        for (int i = 0; i < waitNanos.length; i++) {
            table.waitNanos(row, WaitKind.of(i), waitNanos[i]);
        }
        for (int i = 0; i < waits.length; i++) {
            table.waits(row, i, Math.round(waits[i]));
        }
    }
}
