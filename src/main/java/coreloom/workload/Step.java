package coreloom.workload;

/**
 * What whoever runs lanes wants of the session loop next.
 *
 * @param nextNanos monotonic time at which to step again, {@link #NEVER} when there is nothing to do
 * @param boundary  whether a snapshot is wanted at once, before the next step: a phase has just begun or is about to end
 */
public record Step(long nextNanos, boolean boundary) {
    /** No time at all. */
    public static final long NEVER = Long.MAX_VALUE;

    static final Step NOTHING = new Step(NEVER, false);

    static Step later(long nextNanos) {
        return new Step(nextNanos, false);
    }

    /** The same, with a snapshot before it. */
    Step withSnapshot() {
        return new Step(nextNanos, true);
    }

    static Step snapshotNow(long now) {
        return new Step(now, true);
    }
}
