package coreloom.recording;

import static coreloom.snapshot.ThreadTable.AFFINITY;
import static coreloom.snapshot.ThreadTable.CORE;
import static coreloom.snapshot.ThreadTable.ON_CPU;
import static coreloom.snapshot.ThreadTable.RUN_DELAY;
import static coreloom.snapshot.ThreadTable.SAMPLES;
import static coreloom.snapshot.ThreadTable.SLICES;
import static coreloom.snapshot.ThreadTable.STATE;
import static coreloom.snapshot.ThreadTable.WAIT;

import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;

/** Copies and compares single rows of thread tables. */
public final class ThreadRows {
    private ThreadRows() {}

    /** Makes a row free. */
    public static void free(ThreadTable table, int row) {
        table.put(row, 0, 0, 0, "");
    }

    /** Puts the thread of a used row into another row, with nothing known of it. */
    public static void copyIdentity(ThreadTable from, int row, ThreadTable to, int toRow) {
        to.put(toRow, from.pid(row), from.tid(row), from.startTicks(row), from.name(row));
    }

    /** Puts the thread of a used row into another row, with all that is known of it. */
    public static void copy(ThreadTable from, int row, ThreadTable to, int toRow) {
        copyIdentity(from, row, to, toRow);
        if (from.knows(row, ON_CPU)) {
            to.onCpu(toRow, from.onCpuNanos(row));
        }
        if (from.knows(row, RUN_DELAY)) {
            to.runDelay(toRow, from.runDelayNanos(row));
        }
        if (from.knows(row, SLICES)) {
            to.slices(toRow, from.slices(row));
        }
        if (from.knows(row, STATE)) {
            to.state(toRow, from.state(row));
        }
        if (from.knows(row, CORE)) {
            to.core(toRow, from.core(row));
        }
        if (from.knows(row, AFFINITY)) {
            to.affinity(toRow, from.affinity(row));
        }
        copyWaits(from, row, to, toRow);
    }

    private static void copyWaits(ThreadTable from, int row, ThreadTable to, int toRow) {
        if (from.knows(row, WAIT)) {
            to.wait(toRow, from.wait(row), from.lockAddress(row));
        }
        to.lockSign(toRow, from.lockSign(row));
        if (from.knows(row, SAMPLES)) {
            to.samples(toRow, from.samples(row));
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                to.blockedSamples(toRow, WaitKind.of(kind), from.blockedSamples(row, WaitKind.of(kind)));
            }
        }
    }

    /** A table of at least as many rows, all else free, that begins with the rows of this one. */
    public static ThreadTable longer(ThreadTable table, int rows) {
        ThreadTable longer = new ThreadTable();
        longer.reset(Math.max(rows, table.rows()));
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row)) {
                copy(table, row, longer, row);
            }
        }
        return longer;
    }

    /** Whether that row of both tables holds the same thread and the same is known of it. */
    public static boolean same(ThreadTable one, ThreadTable other, int row) {
        return one.sameThread(row, other) && one.name(row).equals(other.name(row)) && one.lockSign(row) == other.lockSign(row) && sameKnown(one, other, row)
                && (!one.knows(row, ON_CPU) || one.onCpuNanos(row) == other.onCpuNanos(row))
                && (!one.knows(row, RUN_DELAY) || one.runDelayNanos(row) == other.runDelayNanos(row))
                && (!one.knows(row, SLICES) || one.slices(row) == other.slices(row))
                && (!one.knows(row, STATE) || one.state(row) == other.state(row))
                && (!one.knows(row, CORE) || one.core(row) == other.core(row))
                && (!one.knows(row, AFFINITY) || one.affinity(row).equals(other.affinity(row)))
                && (!one.knows(row, WAIT) || one.wait(row) == other.wait(row) && one.lockAddress(row) == other.lockAddress(row))
                && (!one.knows(row, SAMPLES) || sameSamples(one, other, row));
    }

    private static boolean sameSamples(ThreadTable one, ThreadTable other, int row) {
        boolean same = one.samples(row) == other.samples(row);
        for (int kind = 0; same && kind < WaitKind.COUNT; kind++) {
            same = one.blockedSamples(row, WaitKind.of(kind)) == other.blockedSamples(row, WaitKind.of(kind));
        }
        return same;
    }

    private static boolean sameKnown(ThreadTable one, ThreadTable other, int row) {
        for (int reading = ON_CPU; reading <= AFFINITY; reading <<= 1) {
            if (one.knows(row, reading) != other.knows(row, reading)) {
                return false;
            }
        }
        return true;
    }
}
