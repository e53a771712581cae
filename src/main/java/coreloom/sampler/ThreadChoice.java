package coreloom.sampler;

/** Which reader of threads to use. */
public enum ThreadChoice {
    /** The best that the platform has: {@link #PROC} on Linux, {@link #OSHI} elsewhere. */
    BEST,
    /** Kept-open files of {@code /proc}; Linux only: on-CPU time, run delay, slices, state and core. */
    PROC,
    /** OSHI, on every platform it knows: on-CPU time in steps of a clock tick, and state. */
    OSHI,
    /** No threads at all. */
    NONE
}
