package coreloom.view;

/** In which order the waits panel lists threads, or groups of them. */
public enum ThreadOrder {
    /** Workers by number, then the others by what they wanted of the cores. */
    USUAL("workers first"),
    ON_CPU("on-CPU"),
    RUN_QUEUE("run queue"),
    /** The interpreter's or another. */
    LOCK_WAIT("lock wait"),
    /** Blocked for whatever reason. */
    BLOCKED("blocked"),
    NAME("name");

    private static final ThreadOrder[] ALL = values();

    private final String words;

    ThreadOrder(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    ThreadOrder next() {
        return ALL[(ordinal() + 1) % ALL.length];
    }
}
