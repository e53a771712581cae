package coreloom.sampler.linux.python;

/** Why the lock of a process is not seen exactly, with its sentence: what, where, what to do. */
enum BlindSpot {
    TOO_OLD("CPython %s is older than 3.8, the first version whose lock is known: waits for it count as those for any lock."),
    FILE_GONE("%s is no longer the file that the process runs, so its lock cannot be found: restart the program, or run as root."),
    FILE_UNREADABLE("%s may not be read, so the lock of its processes cannot be found: run as root."),
    FILE_UNCLEAR("%s %s, so the lock of its processes cannot be found: reinstall the interpreter."),
    NO_SYMBOL("%s does not tell where it keeps _PyRuntime, so the lock of its processes cannot be found: "
            + "run an interpreter that exports its symbols."),
    MISFIT("%s does not fit the memory of the process, so its lock cannot be found: restart the program."),
    DENIED("%s may not be read: run as the same user or as root, with the capability SYS_PTRACE in a container."),
    DENIED_BY_SCOPE("%s may not be read (ptrace scope 1): run as root or `sysctl kernel.yama.ptrace_scope=0`."),
    DENIED_BUT_TO_ROOT("%s may not be read (ptrace scope 2): run as root."),
    DENIED_TO_ALL("%s may not be read by anyone (ptrace scope 3): set kernel.yama.ptrace_scope lower and restart the machine."),
    NO_FILES("Too many open files: %s could not be read. Raise the limit with `ulimit -n 65536` before starting."),
    NOT_FOUND("Nothing in the memory of process %s looks like a lock in use: its interpreter is just starting or ending, "
            + "or is built in a way not known here."),
    SEVERAL("More than one place in the memory of process %s looks like its lock: it shows once threads take turns."),
    LOST("The lock of process %s could not be read: it is just starting or ending.");

    private final String sentence;

    BlindSpot(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence about that file or process. */
    String sentence(Object... where) {
        return String.format(sentence, where);
    }
}
