package coreloom.recording;

import static coreloom.snapshot.ThreadTable.CORE;
import static coreloom.snapshot.ThreadTable.ON_CPU;
import static coreloom.snapshot.ThreadTable.RUN_DELAY;
import static coreloom.snapshot.ThreadTable.SLICES;
import static coreloom.snapshot.ThreadTable.STATE;

import coreloom.snapshot.ThreadTable;

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
        return one.sameThread(row, other) && one.name(row).equals(other.name(row)) && sameKnown(one, other, row)
                && (!one.knows(row, ON_CPU) || one.onCpuNanos(row) == other.onCpuNanos(row))
                && (!one.knows(row, RUN_DELAY) || one.runDelayNanos(row) == other.runDelayNanos(row))
                && (!one.knows(row, SLICES) || one.slices(row) == other.slices(row))
                && (!one.knows(row, STATE) || one.state(row) == other.state(row))
                && (!one.knows(row, CORE) || one.core(row) == other.core(row));
    }

    private static boolean sameKnown(ThreadTable one, ThreadTable other, int row) {
        for (int reading = ON_CPU; reading <= CORE; reading <<= 1) {
            if (one.knows(row, reading) != other.knows(row, reading)) {
                return false;
            }
        }
        return true;
    }
}
