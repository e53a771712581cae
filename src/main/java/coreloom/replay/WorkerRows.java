package coreloom.replay;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;

/** Copies tables of workers. */
final class WorkerRows {
    private static final Count[] COUNTS = Count.values();

    private WorkerRows() {}

    static void copy(WorkerTable from, WorkerTable to) {
        to.clear();
        for (int row = 0; row < from.size(); row++) {
            to.add(from.laneId(row), from.number(row), from.pid(row), from.tid(row));
            if (!from.tellsWaits(row)) {
                to.unitsOnly(row);
            }
            for (Count which : COUNTS) {
                to.count(row, which, from.count(row, which));
            }
            for (int i = 0; i < WaitKind.COUNT; i++) {
                to.waitNanos(row, WaitKind.of(i), from.waitNanos(row, WaitKind.of(i)));
            }
            for (int i = 0; i < WaitBuckets.COUNT; i++) {
                to.waits(row, i, from.waits(row, i));
            }
        }
    }
}
