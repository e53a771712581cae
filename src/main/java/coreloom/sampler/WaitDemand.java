package coreloom.sampler;

/** What there is to learn from looking at what threads wait for, by what the last interval showed; the least first. */
public enum WaitDemand {
    /** No thread has run: each is still where it was. */
    NONE,
    /** Threads ran, and each waited for the same whenever it was looked at. */
    STEADY,
    /** A thread waited for one thing, and then for another. */
    MIXED;

    /** The greater of both. */
    public WaitDemand and(WaitDemand other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
