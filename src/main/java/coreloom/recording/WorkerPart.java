package coreloom.recording;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;

/** Writes the workers of a line, all of them. What a worker does not tell is left out. */
final class WorkerPart {
    private static final Count[] COUNTS = Count.values();
    /** The first kinds stand in every line of format version 1; those that joined later only where somebody waited so. */
    private static final int ALWAYS_WRITTEN = WaitKind.OTHER.ordinal() + 1;
    /** The same of the counts. */
    private static final int COUNTS_ALWAYS_WRITTEN = Count.HOLD_NANOS.ordinal() + 1;

    private WorkerPart() {}

    static void write(JsonLine line, WorkerTable workers) {
        line.key(SessionKeys.WORKERS).openArray();
        for (int row = 0; row < workers.size(); row++) {
            worker(line, workers, row);
        }
        line.closeArray();
    }

    private static void worker(JsonLine line, WorkerTable workers, int row) {
        line.openObject().field(SessionKeys.LANE, workers.laneId(row)).field(SessionKeys.NUMBER, workers.number(row));
        line.field(SessionKeys.PID, workers.pid(row)).field(SessionKeys.TID, workers.tid(row));
        if (workers.tellsWaits(row)) {
            waits(line, workers, row);
        } else {
            line.field(SessionKeys.UNITS, workers.count(row, Count.UNITS));
        }
        line.closeObject();
    }

    private static void waits(JsonLine line, WorkerTable workers, int row) {
        for (Count which : COUNTS) {
            long count = workers.count(row, which);
            if (which.ordinal() < COUNTS_ALWAYS_WRITTEN || count != 0) {
                line.field(SessionKeys.of(which), count);
            }
        }
        line.key(SessionKeys.WAIT).openObject();
        for (int i = 0; i < WaitKind.COUNT; i++) {
            long nanos = workers.waitNanos(row, WaitKind.of(i));
            if (i < ALWAYS_WRITTEN || nanos != 0) {
                line.field(WaitKind.of(i).key(), nanos);
            }
        }
        line.closeObject();
        histogram(line, workers, row);
    }

    private static void histogram(JsonLine line, WorkerTable workers, int row) {
        line.key(SessionKeys.HISTOGRAM).openArray();
        for (int bucket = 0; bucket < WaitBuckets.COUNT; bucket++) {
            if (workers.waits(row, bucket) != 0) {
                line.value(bucket).value(workers.waits(row, bucket));
            }
        }
        line.closeArray();
    }
}
