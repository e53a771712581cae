package coreloom.snapshot;

/** What the sampler asks of the rest of the monitor so that a snapshot can tell the truth about it; all cumulative. */
public interface OwnPort {
    /** Bytes written to the terminal. */
    long terminalBytes();

    /** Snapshots taken after their deadline. */
    long lateSamples();

    /** Snapshots that a recording could not take. */
    long droppedSnapshots();
}
