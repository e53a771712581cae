package coreloom.replay;

import coreloom.recording.ThreadRows;
import coreloom.snapshot.ThreadTable;

/**
 * What is known of every thread after the lines read so far. Row by row, after a line:
 *
 * <pre>
 *   the line tells of a thread          that thread, as told
 *   the line says the row is free       free
 *   neither, and nothing was missed     as before
 *   neither, and a line was missed      the thread before, with none of its readings, until a line tells of it again
 * </pre>
 */
final class KnownThreads {
    private ThreadTable known = new ThreadTable();
    private ThreadTable next = new ThreadTable();

    /** Takes in a line; {@code missed} says that lines between the last one taken in and this one are lost. */
    void take(SessionLine line, boolean missed) {
        next.reset(line.rows());
        for (int row = 0; row < Math.min(known.rows(), line.rows()); row++) {
            if (known.used(row) && !line.free().contains(row)) {
                keep(row, missed);
            }
        }
        ThreadParser threads = line.threads();
        for (int i = 0; i < threads.size(); i++) {
            ThreadRows.copy(threads.told(), i, next, threads.row(i));
        }
        ThreadTable spare = known;
        known = next;
        next = spare;
    }

    private void keep(int row, boolean missed) {
        if (missed) {
            ThreadRows.copyIdentity(known, row, next, row);
        } else {
            ThreadRows.copy(known, row, next, row);
        }
    }

    void copyTo(ThreadTable into) {
        into.reset(known.rows());
        for (int row = 0; row < known.rows(); row++) {
            if (known.used(row)) {
                ThreadRows.copy(known, row, into, row);
            }
        }
    }
}
