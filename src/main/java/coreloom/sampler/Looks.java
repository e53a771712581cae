package coreloom.sampler;

import coreloom.snapshot.Clock;
import java.util.SplittableRandom;

/** Looks at what threads wait for, between the snapshots, at the pace that its cost allows. Used by the sampling thread alone. */
final class Looks {
    private final Clock clock;
    private final ThreadReader threads;
    private final OwnCpu threadCpu;
    private final LookPace pace;
    private WaitDemand demand = WaitDemand.NONE;
    private boolean afterLook;
    private long cpuNanos;
    private long countedNanos;
    private long dueNanos;

    /**
     * @param threadCpu CPU time of the sampling thread
     * @param limit     most CPU time per time, in cores; 0 for no look at all
     */
    Looks(Clock clock, ThreadReader threads, OwnCpu threadCpu, double limit) {
        this.clock = clock;
        this.threads = threads;
        this.threadCpu = threadCpu;
        pace = new LookPace(limit, new SplittableRandom());
    }

    boolean allowed() {
        return pace.allowed();
    }

    /** ns until the next look is due; {@link Long#MAX_VALUE} when none is wanted before the next snapshot. */
    long untilNextNanos() {
        return dueNanos == Long.MAX_VALUE || demand == WaitDemand.NONE ? Long.MAX_VALUE : Math.max(0, dueNanos - clock.nanos());
    }

    /** Takes note that a snapshot was read, and with it every thread that ran was looked at. */
    void afterSnapshot() {
        if (!allowed()) {
            return;
        }
        long now = clock.nanos();
        count(now);
        if (demand != WaitDemand.NONE) {
            pace.done();
        }
        demand = threads.demand();
        afterLook = false;
        schedule(now);
    }

    /** Looks now. What a look costs, waking up and going to sleep included, is what the thread uses from its beginning to that of the next. */
    void look() {
        long cpu = threadCpu.nanos();
        if (afterLook) {
            pace.cost(cpu - cpuNanos);
        }
        cpuNanos = cpu;
        afterLook = cpu > 0;
        long begun = clock.nanos();
        try {
            threads.look();
        } finally {
            looked(begun);
        }
    }

    /** Whatever came of the look, the next one has its time. */
    private void looked(long begun) {
        pace.done();
        long now = clock.nanos();
        if (!afterLook) {
            // Nobody tells the thread's CPU time: the time it took is at least as much, but for waking up.
            pace.cost(now - begun);
        }
        count(now);
        schedule(now);
    }

    private void count(long now) {
        pace.passed(now - countedNanos, demand);
        countedNanos = now;
    }

    private void schedule(long now) {
        long gap = pace.nextGapNanos(demand);
        dueNanos = gap == Long.MAX_VALUE ? Long.MAX_VALUE : now + gap;
    }

    long taken() {
        return pace.looks();
    }

    long missed() {
        return pace.missed();
    }
}
