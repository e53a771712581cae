package coreloom.sampler.linux;

/** What a system call waits for, as far as its number tells. */
enum Awaited {
    /** A word in memory: futex(2), and the newer calls that begin with its address. */
    FUTEX,
    /** Several such words. */
    FUTEXES,
    /** A lock of the kernel's: on a file, or a semaphore of System V. */
    LOCK,
    /** A file lock, or nothing, as its command tells: fcntl(2). */
    FILE_CONTROL,
    /** Something that may be on a disk or come from elsewhere; the thread's state tells. */
    FILE,
    /** Input, output, or one of several events. */
    IO,
    /** That what was written is on the disk. */
    SYNC,
    /** A moment in time. */
    TIME,
    /** The end of a child process. */
    CHILD,
    /** A signal: of one's children where one has some. */
    SIGNAL,
    /** Something else. */
    OTHER
}
