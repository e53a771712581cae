package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * Splits the time of some cores in one interval. What the cores did comes first, as measured; their idle time is then filled by the reasons in the order
 * of blame, each with as much of it as is left. Whole ns are taken, and the last reason gets what no other takes, so that the sum is the whole.
 */
final class BudgetFill {
    /** Waits of threads that were parked all along, in their order of blame: the one that tells least comes last. */
    private static final WaitKind[] PARKED = {WaitKind.IO, WaitKind.SLEEP, WaitKind.EVENT_LOOP, WaitKind.POOL, WaitKind.LOCK,
            WaitKind.CHILD, WaitKind.OTHER};
    private static final WaitKind[] LIVELY = {WaitKind.LOCK, WaitKind.EVENT_LOOP, WaitKind.POOL,
            WaitKind.DISK, WaitKind.IO, WaitKind.SLEEP, WaitKind.CHILD, WaitKind.OTHER};

    private final long[] parts = new long[BudgetPart.COUNT];
    private long conditions;
    private long left;

    /** Splits {@code cores} × {@code wall}. */
    void fill(OfferedTime cores, Demand demand, double throttledNanos, long wall) {
        Arrays.fill(parts, 0);
        conditions = 0;
        left = Math.round(cores.cores() * wall);
        take(BudgetPart.ON_CPU, demand.onCpu());
        take(BudgetPart.STEAL, cores.stolenCores() * wall);
        take(BudgetPart.OTHERS, left - cores.idleCores() * wall);
        double ready = demand.ready();
        ready -= take(BudgetPart.THROTTLED, throttledNanos);
        ready -= take(BudgetPart.AFFINITY, Math.min(ready, cores.deniedIdleCores() * wall));
        ready -= take(BudgetPart.RUN_QUEUE, Math.min(ready, demand.prompt()));
        blocked(demand, ready);
        if (!demand.hasThreads()) {
            take(BudgetPart.NO_THREADS, left);
        }
        take(BudgetPart.TOO_FEW_THREADS, left);
    }

    private void blocked(Demand demand, double ready) {
        interpreter(demand.waits(WaitKind.INTERPRETER_LOCK), demand.waits(WaitKind.COLLECTOR));
        for (WaitKind kind : LIVELY) {
            take(BudgetPart.of(kind), demand.waits(kind));
        }
        take(BudgetPart.UNSEEN, demand.unseen());
        // No blocked thread explains the rest, so that those that were ready must have been so beside an idle core.
        take(BudgetPart.RUN_QUEUE, Math.min(ready, left - demand.conditions()));
        take(BudgetPart.UNTOLD, demand.untold());
        take(BudgetPart.PASSING, demand.passing());
        if (!demand.hasBusyThread()) {
            for (WaitKind kind : PARKED) {
                take(BudgetPart.of(kind), demand.parkedWaits(kind));
                if (kind == WaitKind.LOCK) {
                    conditions = take(BudgetPart.LOCK, demand.conditions());
                }
            }
            take(BudgetPart.UNSEEN, demand.unseenParked());
        }
    }

    /** A wait is either for the lock or for the collector that has it, at other moments: they share in proportion. */
    private void interpreter(double lock, double collector) {
        double both = Math.min(left, lock + collector);
        if (both > 0) {
            take(BudgetPart.INTERPRETER_LOCK, both * lock / (lock + collector));
            take(BudgetPart.COLLECTOR, both * collector / (lock + collector));
        }
    }

    /** Gives the part as much of what is left as is wanted, and answers that. */
    private long take(BudgetPart part, double wanted) {
        long taken = Math.max(0, Math.min(left, Math.round(wanted)));
        parts[part.ordinal()] += taken;
        left -= taken;
        return taken;
    }

    /** Of the part lock, what is of waits at conditions, core-ns. */
    long conditions() {
        return conditions;
    }

    /** Core-ns by ordinal of {@link BudgetPart}. */
    long[] parts() {
        return parts;
    }
}
