package coreloom.sampler;

/**
 * Counts the readings that were lost, by kind; each kind is told once. Used by the sampling thread alone; a known kind costs no allocation.
 */
public final class Faults {
    private final long[] counts = new long[Fault.values().length];
    private long total;
    private String newest = "";

    /** Counts one lost reading. {@code where} names the place or cause; it is turned into text only for the first of its kind. */
    public void count(Fault kind, Object where) {
        total++;
        if (counts[kind.ordinal()]++ == 0) {
            newest = kind.sentence(where);
        }
    }

    public long count(Fault kind) {
        return counts[kind.ordinal()];
    }

    /** Lost readings of every kind. */
    public long total() {
        return total;
    }

    /** The sentence of the kind that was met last for the first time, empty when there was none. */
    public String newest() {
        return newest;
    }
}
