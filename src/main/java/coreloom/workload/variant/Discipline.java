package coreloom.workload.variant;

/** What a worker must hold while it works. */
public enum Discipline {
    /** Nothing. */
    FREE("free"),
    /** The one lock of its process, inside the critical sections of the kernel. */
    LOCKED("locked"),
    /** The interpreter lock of its process, except in blocking calls. */
    GIL("gil"),
    /** Its turn on the one thread of an event loop, as coroutine. */
    LOOP("loop");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** Whether only one worker of a process runs at a time. */
    public boolean oneAtATime() {
        return this == GIL || this == LOOP;
    }

    /** Its word on the command line of a worker process. */
    public String word() {
        return word;
    }
}
