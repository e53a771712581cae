package coreloom.telemetry;

/** How far a worker process has come, as it says itself on its telemetry page. The order is that of the page. */
public enum Stage {
    /** Threads are being made and the kernel is warming up under its own variant. */
    WARMING_UP,
    /** Warmed up; waits to be told to run. */
    READY,
    /** Workers count work units. */
    RUNNING,
    /** Workers have been told to stop and have stopped. */
    STOPPED;

    private static final Stage[] ALL = values();

    static Stage of(int ordinal) {
        return ALL[ordinal];
    }
}
