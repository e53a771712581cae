package coreloom.sampler;

import coreloom.snapshot.ThreadTable;

/** The door to the threads of processes. Used by one thread, the sampling thread, which is never interrupted. */
public interface ThreadReader extends AutoCloseable {
    /**
     * Fills the table with every thread of these processes; a thread keeps its row as long as it lives. A process that has ended, or may
     * not be read, has no rows. Throws nothing.
     *
     * @param pids which processes; the same array as long as they are the same, and never written to
     */
    void read(int[] pids, ThreadTable into);

    @Override
    void close();
}
