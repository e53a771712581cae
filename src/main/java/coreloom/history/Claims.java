package coreloom.history;

import coreloom.history.BudgetEvidence.Conditions;

/**
 * What share of a lane's idle budget its waits account for: their own parts, and in proportion to these the cores that were left over although no
 * thread had enough to do. What is left over goes to waits with a name, as long as there are any. A wait for a child explains nothing where the child is
 * watched too, nor does a wait at a condition where others wait meanwhile: they give way to what those wait for.
 */
final class Claims {
    private static final BudgetPart[] NAMED = {BudgetPart.RUN_QUEUE, BudgetPart.INTERPRETER_LOCK, BudgetPart.LOCK, BudgetPart.COLLECTOR,
            BudgetPart.EVENT_LOOP, BudgetPart.POOL, BudgetPart.DISK, BudgetPart.IO, BudgetPart.SLEEP, BudgetPart.OTHER};
    private static final BudgetPart[] UNKNOWN = {BudgetPart.UNSEEN, BudgetPart.UNTOLD, BudgetPart.PASSING, BudgetPart.NO_THREADS};

    /** Below, a sum of shares is nothing but rounding. */
    private static final double NOTHING = 1e-9;

    private Claims() {}

    /** Of what waits for locks account for, that for which somebody may have held one. */
    static double ofLocks(LaneSummary lane) {
        return of(lane, BudgetPart.LOCK) * (1 - unheld(lane.budget()));
    }

    /** What waits account for that look like waits for locks that nobody holds: for an event or a moment. */
    static double ofEvents(LaneSummary lane) {
        return Math.min(1, of(lane, BudgetPart.LOCK) * unheld(lane.budget()) + atConditions(lane, conditions(lane).events()));
    }

    /** What waits at conditions account for of threads that work for one another in turn. */
    static double ofOneAnother(LaneSummary lane) {
        return atConditions(lane, conditions(lane).mutual());
    }

    /** What waits at conditions account for of threads that have nothing to do while others of the lane work. */
    static double ofOthersWork(LaneSummary lane) {
        return atConditions(lane, conditions(lane).others());
    }

    /** What waits account for of which nobody knows what they were for. */
    static double ofUnknown(LaneSummary lane) {
        return of(lane, BudgetPart.UNSEEN) + of(lane, BudgetPart.UNTOLD) + of(lane, BudgetPart.PASSING) + of(lane, BudgetPart.NO_THREADS);
    }

    static double of(LaneSummary lane, BudgetPart part) {
        IdleBudget budget = lane.budget();
        double child = budget.share(BudgetPart.CHILD);
        double left = budget.evidence().left();
        if (part == BudgetPart.CHILD) {
            return explained(budget) > 0 || child == 0 ? 0 : Math.min(1, child + left);
        }
        if (part.unknown()) {
            double unknown = sum(budget, UNKNOWN);
            return explained(budget) + child > 0 || unknown == 0 ? budget.share(part) : Math.min(1, budget.share(part) * (1 + left / unknown));
        }
        double named = named(budget);
        return named > 0 ? Math.min(1, own(budget, part) * (more(budget) + conditions(lane).passed() / named)) : 0;
    }

    private static double atConditions(LaneSummary lane, double share) {
        boolean passed = named(lane.budget()) > 0;
        double all = explained(lane.budget());
        return share > 0 ? Math.min(1, share * (more(lane.budget()) + (passed ? 0 : conditions(lane).passed() / all))) : 0;
    }

    /** By how much each claim grows for the cores that were left over. */
    private static double more(IdleBudget budget) {
        double all = explained(budget);
        return all > 0 ? 1 + (budget.evidence().left() + budget.share(BudgetPart.CHILD)) / all : 1;
    }

    /** All waits but those for a child, and those at conditions that give way to others. */
    private static double explained(IdleBudget budget) {
        Conditions conditions = budget.evidence().conditions();
        return named(budget) + conditions.mutual() + conditions.others() + conditions.events();
    }

    private static double named(IdleBudget budget) {
        double named = sum(budget, NAMED) - budget.evidence().conditions().all();
        return named > NOTHING ? named : 0;
    }

    /** The part, without what is of waits at conditions. */
    private static double own(IdleBudget budget, BudgetPart part) {
        return part == BudgetPart.LOCK ? Math.max(0, budget.share(part) - budget.evidence().conditions().all()) : budget.share(part);
    }

    /** How much of the waits for locks, without those at conditions, nobody could have caused, 0 to 1. */
    private static double unheld(IdleBudget budget) {
        double lock = own(budget, BudgetPart.LOCK);
        return lock > 0 ? Math.min(1, budget.evidence().unheld() / lock) : 0;
    }

    private static Conditions conditions(LaneSummary lane) {
        return lane.budget().evidence().conditions();
    }

    private static double sum(IdleBudget budget, BudgetPart[] parts) {
        double sum = 0;
        for (BudgetPart each : parts) {
            sum += budget.share(each);
        }
        return sum;
    }
}
