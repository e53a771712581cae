package coreloom.gil.object;

/** What a collector has done so far. Written by the thread that collects, which holds the interpreter lock; read by such a thread too. */
public final class CollectorAccount {
    private final long[] collections = new long[Generation.COUNT];
    private long freed;
    private long pauseNanos;
    private long longestPauseNanos;

    CollectorAccount() {}

    void add(int generation, long unreachable, long nanos) {
        collections[generation]++;
        freed += unreachable;
        pauseNanos += nanos;
        longestPauseNanos = Math.max(longestPauseNanos, nanos);
    }

    /** Collections of that generation, 0 to 2. */
    public long collections(int generation) {
        return collections[generation];
    }

    /** Containers that were found unreachable and freed. */
    public long freed() {
        return freed;
    }

    /** Time in collections, all together, ns: nobody else of the interpreter ran meanwhile. */
    public long pauseNanos() {
        return pauseNanos;
    }

    /** The longest collection, ns. */
    public long longestPauseNanos() {
        return longestPauseNanos;
    }
}
