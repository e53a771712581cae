package coreloom.gil.object;

/** An object that is always there and whose references nobody counts (PEP 683). */
public final class Constant extends Counted {
    public static final Constant NONE = new Constant("NoneType");
    /** The critical section that all workers of a process share, as a {@code threading.Lock}. */
    public static final Constant LOCK = new Constant("_thread.lock");
    /** The connection to a process that asks. */
    public static final Constant CONNECTION = new Constant("socket");

    private final String type;

    private Constant(String type) {
        this.type = type;
        makeImmortal();
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public boolean truth() {
        return this != NONE;
    }
}
