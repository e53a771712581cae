package coreloom.recording;

import coreloom.snapshot.LockSign;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;

/** Writes the threads of a line: how many rows there are, which are free, and each thread that changed since it was last told of. */
final class ThreadPart {
    private ThreadTable told = new ThreadTable();

    void write(JsonLine line, ThreadTable threads, boolean full) {
        fitTold(threads.rows());
        line.field(SessionKeys.ROWS, threads.rows());
        free(line, threads);
        line.key(SessionKeys.THREADS).openArray();
        for (int row = 0; row < threads.rows(); row++) {
            if (!threads.used(row)) {
                ThreadRows.free(told, row);
            } else if (full || !ThreadRows.same(threads, told, row)) {
                thread(line, threads, row);
                ThreadRows.copy(threads, row, told, row);
            }
        }
        line.closeArray();
    }

    /** Rows beyond those of the snapshot hold nothing; a table that is too short is replaced by one twice as long. */
    private void fitTold(int rows) {
        if (rows > told.rows()) {
            told = ThreadRows.longer(told, Math.max(rows, told.rows() * 2));
        }
        for (int row = rows; row < told.rows(); row++) {
            ThreadRows.free(told, row);
        }
    }

    private static void free(JsonLine line, ThreadTable threads) {
        line.key(SessionKeys.FREE).openArray();
        int row = 0;
        while (row < threads.rows()) {
            int end = row;
            while (end < threads.rows() && !threads.used(end)) {
                end++;
            }
            if (end > row) {
                line.openArray().value(row).value(end - row).closeArray();
            }
            row = end + 1;
        }
        line.closeArray();
    }

    private static void thread(JsonLine line, ThreadTable threads, int row) {
        line.openObject().field(SessionKeys.ROW, row).field(SessionKeys.PID, threads.pid(row)).field(SessionKeys.TID, threads.tid(row));
        line.field(SessionKeys.START, threads.startTicks(row)).field(SessionKeys.NAME, threads.name(row));
        if (threads.knows(row, ThreadTable.ON_CPU)) {
            line.field(SessionKeys.ON_CPU, threads.onCpuNanos(row));
        }
        if (threads.knows(row, ThreadTable.RUN_DELAY)) {
            line.field(SessionKeys.RUN_DELAY, threads.runDelayNanos(row));
        }
        if (threads.knows(row, ThreadTable.SLICES)) {
            line.field(SessionKeys.SLICES, threads.slices(row));
        }
        if (threads.knows(row, ThreadTable.STATE)) {
            line.key(SessionKeys.STATE).letter(threads.state(row));
        }
        if (threads.knows(row, ThreadTable.CORE)) {
            line.field(SessionKeys.CORE, threads.core(row));
        }
        if (threads.knows(row, ThreadTable.AFFINITY)) {
            line.field(SessionKeys.AFFINITY, threads.affinity(row));
        }
        waits(line, threads, row);
        line.closeObject();
    }

    private static void waits(JsonLine line, ThreadTable threads, int row) {
        if (threads.knows(row, ThreadTable.WAIT)) {
            line.field(SessionKeys.WAITS_FOR, threads.wait(row).key());
            if (threads.lockAddress(row) != 0) {
                line.field(SessionKeys.LOCK_ADDRESS, threads.lockAddress(row));
            }
        }
        if (threads.lockSign(row) != LockSign.NONE) {
            line.field(SessionKeys.LOCK_SIGN, threads.lockSign(row).key());
        }
        if (threads.knows(row, ThreadTable.SAMPLES)) {
            line.field(SessionKeys.SAMPLES, threads.samples(row)).key(SessionKeys.BLOCKED_SAMPLES).openObject();
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                int count = threads.blockedSamples(row, WaitKind.of(kind));
                if (count != 0) {
                    line.field(WaitKind.of(kind).key(), count);
                }
            }
            line.closeObject();
        }
    }
}
