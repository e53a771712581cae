package coreloom.gil.object;

/**
 * When the collector runs, as CPython's {@code gc.set_threshold}.
 *
 * @param young  generation 0: more containers made than freed since its last collection
 * @param middle generation 1: more collections of generation 0 since its last
 * @param old    generation 2: more collections of generation 1 since its last; besides, what is new there must be a quarter of the rest
 */
public record Thresholds(int young, int middle, int old) {
    public static final Thresholds PYTHON_3_12 = new Thresholds(700, 10, 10);
    public static final Thresholds PYTHON_3_13 = new Thresholds(2000, 10, 10);

    public Thresholds {
        if (young < 1 || middle < 1 || old < 1) {
            throw new IllegalArgumentException("a threshold is below 1");
        }
    }

    int of(int generation) {
        return generation == 0 ? young : generation == 1 ? middle : old;
    }
}
