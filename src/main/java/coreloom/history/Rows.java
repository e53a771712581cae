package coreloom.history;

import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WorkerTable;
import java.util.List;

/** Finds the rows of two tables that speak of the same thing. No method allocates. */
final class Rows {
    private Rows() {}

    /** CPU time of the process between the two, of all threads that it has and had, ns; negative where it is not known. */
    static long grown(ProcessTimes earlier, ProcessTimes later, int pid) {
        int before = earlier.row(pid);
        int after = later.row(pid);
        return before < 0 || after < 0 ? -1 : later.onCpuNanos(after) - earlier.onCpuNanos(before);
    }

    /** Row in {@code earlier} of the worker in that row of {@code later}; -1 when it was not there. */
    static int sameWorker(WorkerTable earlier, WorkerTable later, int row) {
        if (row < earlier.size() && same(earlier, row, later, row)) {
            return row;
        }
        for (int before = 0; before < earlier.size(); before++) {
            if (same(earlier, before, later, row)) {
                return before;
            }
        }
        return -1;
    }

    private static boolean same(WorkerTable earlier, int before, WorkerTable later, int after) {
        return earlier.laneId(before) == later.laneId(after) && earlier.number(before) == later.number(after)
                && earlier.pid(before) == later.pid(after);
    }

    /** Row of the worker with those ids; -1 when no worker has them. */
    static int worker(WorkerTable workers, int pid, int tid) {
        for (int row = 0; row < workers.size(); row++) {
            if (workers.tid(row) == tid && workers.pid(row) == pid) {
                return row;
            }
        }
        return -1;
    }

    /**
     * The same, looked for from a likely row on: threads and workers mostly stand in the same order, so that whoever goes through the threads of a lane
     * finds the worker of each behind that of the one before.
     */
    static int worker(WorkerTable workers, int pid, int tid, int likely) {
        int from = likely < workers.size() ? likely : 0;
        for (int i = 0; i < workers.size(); i++) {
            int row = from + i < workers.size() ? from + i : from + i - workers.size();
            if (workers.tid(row) == tid && workers.pid(row) == pid) {
                return workers.tellsWaits(row) ? firstOf(workers, row) : worker(workers, pid, tid);
            }
        }
        return -1;
    }

    /** The first worker on the thread of that one: they are neighbours. */
    private static int firstOf(WorkerTable workers, int row) {
        int first = row;
        while (first > 0 && sameThread(workers, first - 1, row)) {
            first--;
        }
        return first;
    }

    /** Whether that worker is one of several on one thread, as coroutines are; those are neighbours in the table. */
    static boolean carried(WorkerTable workers, int row) {
        return row > 0 && sameThread(workers, row - 1, row) || row + 1 < workers.size() && sameThread(workers, row, row + 1);
    }

    /** How many workers are on the thread of that one, which is the first of them. */
    static int crew(WorkerTable workers, int first) {
        int count = 1;
        while (first + count < workers.size() && sameThread(workers, first, first + count)) {
            count++;
        }
        return count;
    }

    /** Of workers that do not tell their waits nobody knows which of them had the thread, so that the thread stands for them all. */
    private static boolean sameThread(WorkerTable workers, int one, int other) {
        return workers.tid(one) != 0 && workers.tellsWaits(one) && workers.tid(one) == workers.tid(other) && workers.pid(one) == workers.pid(other);
    }

    /** Row of the thread with those ids; -1 when it was not seen. */
    static int thread(ThreadTable threads, int pid, int tid) {
        for (int row = 0; row < threads.rows(); row++) {
            if (threads.used(row) && threads.tid(row) == tid && threads.pid(row) == pid) {
                return row;
            }
        }
        return -1;
    }

    /** Whether that process is among them and had not ended. */
    static boolean lives(List<ProcessReading> processes, int pid) {
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).pid() == pid) {
                return processes.get(i).alive();
            }
        }
        return false;
    }

    /** The reading of that process; null when there is none. */
    static InterpreterLockReading interpreterLock(List<InterpreterLockReading> readings, int pid) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).pid() == pid) {
                return readings.get(i);
            }
        }
        return null;
    }

    static boolean has(List<ProcessReading> processes, int pid) {
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).pid() == pid) {
                return true;
            }
        }
        return false;
    }

    /** The lane with that id; null when there is none. */
    static LaneReading lane(List<LaneReading> lanes, int id) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).id() == id) {
                return lanes.get(i);
            }
        }
        return null;
    }

    /** Id of the lane that the process belongs to; -1 when none. */
    static int laneOf(List<LaneReading> lanes, int pid) {
        for (int i = lanes.size() - 1; i >= 0; i--) {
            if (has(lanes.get(i).processes(), pid)) {
                return lanes.get(i).id();
            }
        }
        return -1;
    }
}
