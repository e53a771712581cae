package coreloom.history;

/**
 * What share of a lane's idle budget its waits account for: their own parts, and in proportion to these the cores that were left over although no
 * thread had enough to do. What is left over goes to waits with a name, as long as there are any. A wait for a child explains nothing where the child is
 * watched too: it gives way to what that waits for.
 */
final class Claims {
    private static final BudgetPart[] NAMED = {BudgetPart.RUN_QUEUE, BudgetPart.INTERPRETER_LOCK, BudgetPart.LOCK, BudgetPart.COLLECTOR,
            BudgetPart.EVENT_LOOP, BudgetPart.POOL, BudgetPart.DISK, BudgetPart.IO, BudgetPart.SLEEP, BudgetPart.OTHER};
    private static final BudgetPart[] UNKNOWN = {BudgetPart.UNSEEN, BudgetPart.UNTOLD, BudgetPart.PASSING, BudgetPart.NO_THREADS};

    private Claims() {}

    /** Of what waits for locks account for, that for which somebody may have held one. */
    static double ofLocks(LaneSummary lane) {
        return of(lane, BudgetPart.LOCK) - ofEvents(lane);
    }

    /** What waits account for that look like waits for locks that nobody holds: for an event or a moment. */
    static double ofEvents(LaneSummary lane) {
        double lock = lane.budget().share(BudgetPart.LOCK);
        return lock > 0 ? of(lane, BudgetPart.LOCK) * Math.min(1, lane.budget().evidence().unheld() / lock) : 0;
    }

    static double of(LaneSummary lane, BudgetPart part) {
        IdleBudget budget = lane.budget();
        double named = sum(budget, NAMED);
        double unknown = sum(budget, UNKNOWN);
        double child = budget.share(BudgetPart.CHILD);
        double left = budget.evidence().left();
        if (part == BudgetPart.CHILD) {
            return named > 0 || child == 0 ? 0 : Math.min(1, child + left);
        }
        if (part.unknown()) {
            return named + child > 0 || unknown == 0 ? budget.share(part) : Math.min(1, budget.share(part) * (1 + left / unknown));
        }
        return named > 0 ? Math.min(1, budget.share(part) * (1 + (left + child) / named)) : 0;
    }

    private static double sum(IdleBudget budget, BudgetPart[] parts) {
        double sum = 0;
        for (BudgetPart each : parts) {
            sum += budget.share(each);
        }
        return sum;
    }
}
