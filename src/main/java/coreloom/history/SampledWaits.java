package coreloom.history;

import coreloom.snapshot.LockSign;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;

/** What the threads of a lane waited for as looking at them showed, added up from snapshot to snapshot. */
final class SampledWaits {
    private final WaitSplit split = new WaitSplit();
    private final LockTally locks = new LockTally();
    private final double[] nanos = new double[WaitKind.COUNT];
    private double seenNanos;

    /** Begins with the next pair of snapshots. */
    void begin() {
        locks.begin();
    }

    /** Takes in a thread that was blocked for so long between the two snapshots. */
    void add(ThreadTable earlier, ThreadTable later, int row, double blockedNanos) {
        if (split.split(earlier, later, row, blockedNanos)) {
            seenNanos += blockedNanos;
        }
        for (int kind = 0; kind < nanos.length; kind++) {
            nanos[kind] += split.of(WaitKind.of(kind));
        }
        if (later.knows(row, ThreadTable.WAIT) && later.lockAddress(row) != 0 && later.lockSign(row) != LockSign.CONDITION) {
            locks.add(later.pid(row), later.lockAddress(row), later.lockSign(row) == LockSign.LOCK, split.of(WaitKind.LOCK));
        }
    }

    /** Whether any of the blocked time was seen. */
    boolean known() {
        return seenNanos > 0;
    }

    /** Time blocked for that reason, ns. */
    double nanos(WaitKind kind) {
        return nanos[kind.ordinal()];
    }

    LockTally locks() {
        return locks;
    }
}
