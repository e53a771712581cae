package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.WorkerTable;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final WorkerTable workers = new WorkerTable();

    /** Wherever a worker is looked for from, it is the one that is found from the beginning. */
    @Test
    void aWorkerIsFoundFromAnyRow() {
        workers.add(1, 0, 10, 11);
        workers.add(1, 1, 10, 12);
        for (int coroutine = 2; coroutine < 6; coroutine++) {
            workers.add(1, coroutine, 10, 13);
        }
        workers.add(1, 6, 20, 12);
        workers.add(1, 7, 20, 0);
        for (int number = 8; number < 12; number++) {
            workers.unitsOnly(workers.add(2, number, 30, 30 + number % 2));
        }
        for (int pid = 10; pid <= 30; pid += 10) {
            for (int tid = 0; tid < 40; tid++) {
                for (int likely = 0; likely <= workers.size() + 1; likely++) {
                    assertEquals(Rows.worker(workers, pid, tid), Rows.worker(workers, pid, tid, likely), pid + " " + tid + " from " + likely);
                }
            }
        }
    }
}
