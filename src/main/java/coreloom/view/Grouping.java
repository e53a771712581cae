package coreloom.view;

/** Which threads share a row of the waits panel. */
public enum Grouping {
    /** Every thread has its own. */
    NONE(""),
    /** The threads of a process. */
    PROCESS("process"),
    /** Those whose names differ in their numbers alone: {@code worker-#}. */
    NAME("name");

    private static final Grouping[] ALL = values();

    private final String words;

    Grouping(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Grouping next() {
        return ALL[(ordinal() + 1) % ALL.length];
    }
}
