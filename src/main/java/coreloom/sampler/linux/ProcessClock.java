package coreloom.sampler.linux;

/**
 * The CPU time of a whole process as the kernel counts it. It grows by exactly what its threads' {@code schedstat} do, and by what threads
 * that have ended since had used.
 */
interface ProcessClock {
    long UNKNOWN = -1;
    /** Where no such clock is to be had. */
    ProcessClock NONE = pid -> UNKNOWN;

    /** CPU time of all threads that the process has or had, ns; {@link #UNKNOWN} when it cannot be read. */
    long nanos(int pid);
}
