package coreloom.snapshot;

/** What a core was built for, where a machine has cores of several kinds. */
public enum CoreKind {
    /** One of many alike, or nobody tells. */
    ORDINARY(""),
    /** Built for speed. */
    PERFORMANCE("P"),
    /** Built to do more with less power. */
    EFFICIENCY("E");

    private final String mark;

    CoreKind(String mark) {
        this.mark = mark;
    }

    /** Letter behind the core's number, and the name in session files; empty for {@link #ORDINARY}. */
    public String mark() {
        return mark;
    }

    /** The kind of that mark; {@link #ORDINARY} when no kind has it. */
    public static CoreKind ofMark(String mark) {
        for (CoreKind kind : values()) {
            if (kind.mark.equals(mark)) {
                return kind;
            }
        }
        return ORDINARY;
    }
}
