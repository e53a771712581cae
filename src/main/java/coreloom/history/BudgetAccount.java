package coreloom.history;

/** Adds up an idle budget from interval to interval. */
final class BudgetAccount {
    private final long[] sum = new long[BudgetPart.COUNT];
    private final long[] last = new long[BudgetPart.COUNT];
    private final LanePresence presence = new LanePresence();
    private long wallNanos;
    private long lastNanos;
    private IdleBudget all = IdleBudget.NONE;

    /** Whether its lane was there throughout an interval, as far as is known. */
    LanePresence presence() {
        return presence;
    }

    /**
     * Takes in one interval, of which nothing is known when it has no parts.
     *
     * @param evidence of all intervals up to this one
     */
    void add(long[] parts, long wall, BudgetEvidence evidence) {
        for (int part = 0; part < sum.length; part++) {
            last[part] = parts[part];
            sum[part] += parts[part];
        }
        lastNanos = wall;
        wallNanos += wall;
        all = new IdleBudget(sum, wallNanos, evidence);
    }

    /** The newest interval is none of it. */
    void pause() {
        lastNanos = 0;
    }

    /** Of all intervals taken in; the same object as long as none is. */
    IdleBudget all() {
        return all;
    }

    /** Of the newest interval; {@link IdleBudget#NONE} when it was not taken in. */
    IdleBudget newest() {
        return lastNanos == 0 ? IdleBudget.NONE : new IdleBudget(last, lastNanos, BudgetEvidence.NONE);
    }
}
