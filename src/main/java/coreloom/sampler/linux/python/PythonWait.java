package coreloom.sampler.linux.python;

/** What a thread of a CPython process waits for when it waits in a futex call. */
public enum PythonWait {
    /** The interpreter lock. */
    INTERPRETER_LOCK,
    /** It has let the interpreter lock go on demand, and waits until another thread has taken it. */
    FORCED_SWITCH,
    /** Another lock of the process: {@code threading.Lock} and what is built on it, or a lock of a library. */
    LOCK,
    /**
     * A lock that other processes can see too, as {@code multiprocessing.Lock}; the C library awaits the end of a thread in the same way.
     */
    SHARED_LOCK,
    /** The call is none that waits. */
    NONE
}
