package coreloom.workload.variant;

/** What a worker must hold while it works. */
public enum Discipline {
    /** Nothing. */
    FREE("free"),
    /** The one lock of its process, inside the critical sections of the kernel. */
    LOCKED("locked"),
    /** The interpreter lock of its process, except in blocking calls. */
    GIL("gil"),
    /** One of the locks of its process, inside the critical sections of the kernel. */
    STRIPED("striped"),
    /** The lock of its interpreter, except in blocking calls; a process has an interpreter for each worker. */
    SUBINTERPRETERS("subinterpreters"),
    /** Its turn on the one thread of an event loop, as coroutine. */
    LOOP("loop"),
    /** Nothing; but it stops at its safe points while another worker of the process collects. */
    FREE_THREADED("free_threaded");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** Its word on the command line of a worker process. */
    public String word() {
        return word;
    }

    /** Whether objects are only ever used by one thread at a time, so that their references may be counted by plain additions. */
    public boolean guardsObjects() {
        return this == GIL || this == SUBINTERPRETERS || this == LOOP;
    }
}
