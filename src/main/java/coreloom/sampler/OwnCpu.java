package coreloom.sampler;

/** The CPU time of the monitor's own process. */
@FunctionalInterface
public interface OwnCpu extends AutoCloseable {
    /** ns since the process started; the last number that could be read when a reading fails, 0 before any could. */
    long nanos();

    @Override
    default void close() {}
}
