package coreloom.sampler;

import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import java.util.List;

/** The door to the threads of processes. Used by one thread, the sampling thread, which is never interrupted. */
public interface ThreadReader extends AutoCloseable {
    /**
     * Fills the table with every thread of these processes; a thread keeps its row as long as it lives. A process that has ended, or may
     * not be read, has no rows. Throws nothing.
     *
     * @param pids which processes; the same array as long as they are the same, and never written to
     */
    void read(int[] pids, ThreadTable into);

    /**
     * Says which of the processes do not report what their threads wait for, so that it is to be found out by looking at them. A reader
     * that cannot look does nothing.
     *
     * @param pids the same array as long as they are the same, and never written to
     */
    default void watchWaits(int[] pids) {
    }

    /** What there is to learn by looking between the last reading and the next. */
    default WaitDemand demand() {
        return WaitDemand.NONE;
    }

    /** Looks once at what the threads wait for, between two readings. Throws nothing. */
    default void look() {
    }

    /** The interpreter locks of the processes looked at, as of the last reading; changed by the next one. */
    default List<InterpreterLockReading> interpreterLocks() {
        return List.of();
    }

    /** What keeps these processes from some of the cores, as of the last reading; changed by the next one. */
    default List<LimitReading> limits() {
        return List.of();
    }

    /** Adds the CPU time of each process of the last reading, as it is now; right after that reading. A reader that cannot tell adds none. */
    default void processTimes(ProcessTimes into) {
    }

    @Override
    void close();
}
