package coreloom.workload.variant;

/** What a worker's thread is. */
public enum ThreadKind {
    /** A thread of the operating system's kernel. */
    PLATFORM("platform"),
    /** A virtual thread: the runtime puts it on a carrier, which is a thread of the kernel, while it runs, and takes it off while it waits. */
    VIRTUAL("virtual");

    private final String word;

    ThreadKind(String word) {
        this.word = word;
    }

    /** Its word on the command line of a worker process. */
    public String word() {
        return word;
    }
}
