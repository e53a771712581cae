package coreloom.sampler;

/** A kind of fault that costs readings, with its sentence: what is wrong, where, what to do. */
public enum Fault {
    FILES_NOT_KEPT("The limit on open files is too low to keep those of every thread open (first: %s); reading them costs more. "
            + "Raise it with `ulimit -n 65536` before starting."),
    FILES_EXHAUSTED("Too many open files: %s could not be read. Raise the limit with `ulimit -n 65536` before starting."),
    DENIED("%s may not be read: permission denied. Run as the same user as the watched program, or as root."),
    NO_SCHEDSTAT("This kernel keeps no run delay (%s); on-CPU time comes in steps of a clock tick. "
            + "Start the kernel with `delayacct`, or set `sysctl kernel.task_delayacct=1`."),
    UNCLEAR_LINE("%s holds a line that is not understood; that reading is left out. Please report it with the kernel's version."),
    WAITS_ROUGH("%s may not be read, so that what its threads wait for is told from wchan, and often not at all. Run as root, or as the "
            + "same user with `sysctl kernel.yama.ptrace_scope=0`."),
    CORES_UNREADABLE("The times of the cores cannot be read (%s); they are left out."),
    CORES_CHANGED("Cores went on or off line while their times were read (%s); that reading is left out."),
    CORES_UNMATCHED("The times of the cores cannot be told apart and are left out: %s. A container that hides cores does this."),
    WORKERS_UNREADABLE("What the workers counted cannot be read (%s); it is left out."),
    LANES_UNREADABLE("The lanes cannot be read (%s); they are left out."),
    THREADS_UNREADABLE("Threads cannot be read (%s); they are left out."),
    THREAD_TIME_FELL("OSHI told less on-CPU time than before for %s; that reading is left out."),
    NO_THREADS("This platform does not tell of threads (%s); they are left out."),
    OWN_CPU_UNREADABLE("The monitor's own CPU time cannot be read (%s); the last number stands.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence about the place or cause where it was first seen. */
    public String sentence(Object where) {
        return String.format(sentence, where);
    }
}
