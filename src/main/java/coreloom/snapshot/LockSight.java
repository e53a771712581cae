package coreloom.snapshot;

/** How well the interpreter lock of a watched process can be seen. The order is append only. */
public enum LockSight {
    /** Its own fields are read: holder, switch interval and handoffs are those of the interpreter. */
    EXACT,
    /** Only the waits for it are seen, from what the threads ask of the kernel. */
    INFERRED,
    /** Neither. */
    UNSEEN
}
