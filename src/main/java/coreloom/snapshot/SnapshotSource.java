package coreloom.snapshot;

/** Where snapshots come from: this machine, or a recorded session. Nothing downstream can tell which. */
public interface SnapshotSource extends AutoCloseable {
    /** The machine that the snapshots speak of. May learn more of its topology after the first snapshot. */
    Host host();

    /**
     * Time between the last snapshot read and the next one.
     *
     * @param periodNanos the wanted sampling period, which a recorded session overrules with its own pace
     * @return ns
     */
    long untilNextNanos(long periodNanos);

    /**
     * Fills {@code into} with the next snapshot. Never throws for a reading that cannot be had: it is left out and counted.
     *
     * @return false when the source has ended and {@code into} was left as it was
     */
    boolean read(Snapshot into);

    /**
     * Time until {@link #look} is wanted, before the next snapshot; {@link Long#MAX_VALUE} when it is not.
     *
     * @return ns
     */
    default long untilLookNanos() {
        return Long.MAX_VALUE;
    }

    /** Looks at what can only be told by looking often; the next snapshot tells what was seen. Never throws. */
    default void look() {
    }

    @Override
    void close();
}
