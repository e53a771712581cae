package coreloom.workload.variant;

/** What a worker must hold while it works. */
public enum Discipline {
    /** Nothing. */
    FREE("free"),
    /** The one lock of its process, inside the critical sections of the kernel. */
    LOCKED("locked"),
    /** The interpreter lock of its process, except in blocking calls. */
    GIL("gil");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** Its word on the command line of a worker process. */
    public String word() {
        return word;
    }
}
