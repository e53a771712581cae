package coreloom.snapshot;

/** Why a thread is blocked. The order is that of the telemetry page and of the session format: append only. */
public enum WaitKind {
    INTERPRETER_LOCK("interpreter lock", "gil"),
    LOCK("lock", "lock"),
    DISK("disk", "disk"),
    IO("I/O or poll", "io"),
    SLEEP("sleep", "sleep"),
    CHILD("child", "child"),
    OTHER("other", "other"),
    /** Stopped, or kept from the interpreter lock, because the cyclic collector of the interpreter is at work. */
    COLLECTOR("collector", "gc"),
    /** A coroutine that is ready and waits for its event loop, which runs another. */
    EVENT_LOOP("event loop", "loop"),
    /** A thread of a pool that has nothing to do until another hands it a call or a result. */
    POOL("pool", "pool");

    /** Number of kinds: the width of every per-kind column. */
    public static final int COUNT = values().length;

    private static final WaitKind[] ALL = values();

    private final String words;
    private final String key;

    WaitKind(String words, String key) {
        this.words = words;
        this.key = key;
    }

    /** The glossary's words for it. */
    public String words() {
        return words;
    }

    /** Short name used in session files and narrow columns. */
    public String key() {
        return key;
    }

    /** The kind of that ordinal, without copying the array of all. */
    public static WaitKind of(int ordinal) {
        return ALL[ordinal];
    }
}
