package coreloom.history;

import coreloom.snapshot.WaitKind;

/** Adds up the evidence that stands beside the idle budget of one lane, from interval to interval. */
final class EvidenceAccount {
    /** A quota that takes this share of the time on offer is used up: no further thread could use what is left over. */
    private static final double USED_UP = 0.05;
    /** A thread that is on a core for so much of the time is what the others may be waiting for. */
    private static final double HOT = 0.85;
    /** Others that are on a core for less than this share of its time have less to do than it has. */
    private static final double LESS = 0.5;

    private double wallNanos;
    private double whole;
    private double busyThreads;
    private double runners;
    private double busiest;
    private double others;
    private double otherRunners;
    private double want;
    private double left;
    private double lopsided;
    private double unheld;
    private double mutual;
    private double awaitedOthers;
    private double passed;
    private double events;
    private double beside;
    private double quota;
    private double capped;
    private double crowded;
    private double denied;
    private double quotaCores = Double.POSITIVE_INFINITY;
    private long periods;
    private long throttledPeriods;

    /**
     * Takes in one interval.
     *
     * @param fill   how its core time was split
     * @param cores  the cores on offer
     * @param demand what the lane's threads did and wanted
     */
    void add(BudgetFill fill, OfferedTime cores, Demand demand, LaneLimits limits, long wall) {
        long[] parts = fill.parts();
        wallNanos += wall;
        for (long part : parts) {
            whole += part;
        }
        threads(demand, wall);
        withheld(parts, cores, demand, limits, wall);
        leftOver(parts, cores.cores() * wall, demand, wall);
        unheld += Math.min(parts[BudgetPart.LOCK.ordinal()] - fill.conditions(), demand.unheld());
        conditions(fill.conditions(), demand);
        beside += Math.min(parts[BudgetPart.TOO_FEW_THREADS.ordinal()], demand.unsureConditions());
        denied += cores.deniedCores() * wall;
        quotaCores = Math.min(quotaCores, limits.quotaCores());
        periods += limits.periods();
        throttledPeriods += limits.throttledPeriods();
    }

    private void threads(Demand demand, long wall) {
        busyThreads += (double) demand.busyThreads() * wall;
        runners += (double) demand.runners() * wall;
        busiest += demand.busiest();
        if (demand.runners() > 1) {
            others += demand.onCpu() - demand.busiest();
            otherRunners += (double) (demand.runners() - 1) * wall;
        }
    }

    private void withheld(long[] parts, OfferedTime cores, Demand demand, LaneLimits limits, long wall) {
        double ready = Math.max(0, demand.ready() - limits.throttledNanos());
        capped += Math.min(ready, cores.deniedCores() * wall);
        double room = (cores.cores() - cores.deniedCores() - cores.stolenCores()) * wall - parts[BudgetPart.ON_CPU.ordinal()];
        crowded += Math.max(0, Math.min(Math.min(ready, room), parts[BudgetPart.OTHERS.ordinal()]));
    }

    /** What the lane does while some of its threads wait at conditions: each of them can be kept by all that it does. */
    private void conditions(double taken, Demand demand) {
        double run = demand.onCpu() + demand.ready();
        double ownRun = Math.min(run, demand.waitersRan());
        double active = run + demand.namedWaits();
        double kept = Math.min(taken, demand.waiters() * active);
        events += taken - kept;
        if (kept > 0) {
            mutual += kept * ownRun / active;
            awaitedOthers += kept * (run - ownRun) / active;
            passed += kept * demand.namedWaits() / active;
        }
    }

    /** To whom the cores go for which no thread was left. */
    private void leftOver(long[] parts, double offered, Demand demand, long wall) {
        double few = parts[BudgetPart.TOO_FEW_THREADS.ordinal()];
        double throttled = parts[BudgetPart.THROTTLED.ordinal()];
        if (throttled >= USED_UP * offered) {
            quota += throttled + few;
            return;
        }
        quota += throttled;
        double uneven = uneven(parts, demand, wall);
        double waits = uneven > 0 ? waitsForOthers(parts, demand) : 0;
        lopsided += uneven;
        few -= Math.max(0, uneven - waits);
        double wanting = serial(parts, demand, wall) ? 0 : demand.hasBusyThread() ? 1 : Math.min(1, demand.mostActive() / wall);
        want += wanting * few;
        left += (1 - wanting) * few;
    }

    /** Idle time that there would not be, were the work of those that have some divided evenly. */
    private static double uneven(long[] parts, Demand demand, long wall) {
        int runners = demand.runners();
        boolean hot = demand.busiest() >= HOT * wall && runners > 1
                && demand.onCpu() - demand.busiest() < LESS * demand.busiest() * (runners - 1);
        if (!hot) {
            return 0;
        }
        double idle = waitsForOthers(parts, demand) + parts[BudgetPart.TOO_FEW_THREADS.ordinal()];
        return Math.max(0, Math.min(idle, (double) runners * wall - demand.onCpu()));
    }

    /** Waits that may be for the work of another thread; who reports exactly what it waits for leaves nothing to guess. */
    private static double waitsForOthers(long[] parts, Demand demand) {
        return demand.isReported() ? 0 : parts[BudgetPart.LOCK.ordinal()] + (double) parts[BudgetPart.SLEEP.ordinal()]
                + parts[BudgetPart.IO.ordinal()] + parts[BudgetPart.CHILD.ordinal()] + parts[BudgetPart.OTHER.ordinal()];
    }

    /** Whether at least half a thread, on average, waits for what only one at a time can have: a further one would wait too. */
    private static boolean serial(long[] parts, Demand demand, long wall) {
        double waits = demand.waits(WaitKind.INTERPRETER_LOCK) + demand.waits(WaitKind.EVENT_LOOP) + demand.waits(WaitKind.POOL)
                + (demand.isReported() ? demand.waits(WaitKind.LOCK) : 0);
        return waits >= 0.5 * wall && parts[BudgetPart.TOO_FEW_THREADS.ordinal()] > 0;
    }

    BudgetEvidence evidence() {
        return whole <= 0 ? BudgetEvidence.NONE : new BudgetEvidence(busyThreads / wallNanos, runners / wallNanos, busiest / wallNanos,
                otherRunners > 0 ? others / otherRunners : 0, want / whole, left / whole, lopsided / whole, unheld / whole,
                new BudgetEvidence.Conditions(mutual / whole, awaitedOthers / whole, passed / whole, events / whole, beside / whole), quota / whole, capped / whole,
                crowded / whole, denied / wallNanos, quotaCores, periods > 0 ? (double) throttledPeriods / periods : 0);
    }
}
