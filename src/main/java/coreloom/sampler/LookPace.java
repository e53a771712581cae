package coreloom.sampler;

import java.util.SplittableRandom;

/**
 * When to look next at what threads wait for: as often as there is something to learn, but no more than the cost limit allows.
 *
 * <pre>
 *   demand   wanted                        because
 *   none     no look                       threads that did not run are where they were
 *   steady   one every 300 ms              of n looks that all say the same, at most 3/n of the time went elsewhere (95 % sure)
 *   mixed    one every  10 ms              shares of several kinds need many samples
 *
 *   gap = max(wanted, 5 ms, cost of a look ÷ limit), and then anything from half of it to one and a half, so that looks do not keep step
 *   with a periodic program
 * </pre>
 */
final class LookPace {
    static final long SHORTEST_NANOS = 5_000_000;
    private static final long STEADY_NANOS = 300_000_000;
    private static final long MIXED_NANOS = 10_000_000;
    /** Waking up for a look alone, until measured. */
    private static final double FIRST_COST_NANOS = 300_000;
    private static final double NEWEST_WEIGHT = 0.1;

    private final double limit;
    private final SplittableRandom random;
    private double costNanos = FIRST_COST_NANOS;
    private double wanted;
    private long done;
    private long missed;

    /** @param limit most CPU time per time, in cores; 0 for no look at all */
    LookPace(double limit, SplittableRandom random) {
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("a limit of " + limit + " cores");
        }
        this.limit = limit;
        this.random = random;
    }

    boolean allowed() {
        return limit > 0;
    }

    /** Takes note of what a look cost, waking up for it included, ns of CPU time. */
    void cost(long nanos) {
        costNanos += (Math.max(0, nanos) - costNanos) * NEWEST_WEIGHT;
    }

    /** Time from now, or from the last look, to the next; {@link Long#MAX_VALUE} when none is wanted. */
    long nextGapNanos(WaitDemand demand) {
        if (!allowed() || demand == WaitDemand.NONE) {
            return Long.MAX_VALUE;
        }
        double gap = Math.max(wantedNanos(demand), costNanos / limit);
        return Math.max(SHORTEST_NANOS, (long) (gap * (0.5 + random.nextDouble())));
    }

    private static long wantedNanos(WaitDemand demand) {
        return demand == WaitDemand.MIXED ? MIXED_NANOS : STEADY_NANOS;
    }

    /** Counts that so much time has passed with that demand. */
    void passed(long nanos, WaitDemand demand) {
        if (allowed() && demand != WaitDemand.NONE) {
            wanted += Math.max(0, nanos) / (double) wantedNanos(demand);
        }
    }

    void done() {
        done++;
    }

    /** Looks taken so far. */
    long looks() {
        return done;
    }

    /** Looks that were wanted so far and not taken: the limit, or a late wake-up, did not allow them. Never falls. */
    long missed() {
        missed = Math.max(missed, Math.round(wanted) - done);
        return missed;
    }
}
