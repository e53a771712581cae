package coreloom.history;

/**
 * What the parts of an idle budget do not tell of the same time, and what tells findings apart. Shares are of the whole budget, 0 to 1; they may overlap,
 * and never exceed the parts that they are taken from.
 *
 * <pre>
 *   too few threads = want + left + what lopsided and quota have of it
 * </pre>
 *
 * @param busyThreads      threads that were busy (on a core or ready for 85 % of an interval), on average
 * @param runners          threads that had work of their own (on a core for 5 % of an interval or more), on average
 * @param busiest          share of the time that the busiest thread of each interval was on a core
 * @param others           the same of the other runners, on average
 * @param want             too few threads: cores left over while the threads there were had enough to do
 * @param left             cores left over while no thread was busy, or while further ones would have waited too: they go to what the threads wait for
 * @param lopsided         idle beside one thread that was always on a core, while others that also had work waited, as far as they could have used it
 * @param unheld           waits that look like waits for locks while nobody did anything that could hold one: for an event or a moment
 * @param conditions       the part of the waits for locks that is of waits at conditions
 * @param quota            kept back by a quota, and cores left over while it was used up
 * @param capped           threads were ready, and affinity denied them other cores, idle or not
 * @param crowded          threads were ready, and other programs were on the cores that they may use
 * @param deniedCores      cores on offer that affinity denies, on average
 * @param quotaCores       cores that the tightest quota allows; infinite where there is none
 * @param throttledPeriods share of the quota's periods in which it was used up
 */
record BudgetEvidence(double busyThreads, double runners, double busiest, double others, double want, double left, double lopsided,
                      double unheld, Conditions conditions, double quota, double capped, double crowded, double deniedCores, double quotaCores,
                      double throttledPeriods) {
    static final BudgetEvidence NONE = new BudgetEvidence(0, 0, 0, 0, 0, 0, 0, 0, Conditions.NONE, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0);

    /**
     * Waits at conditions, barriers and the like, by what the lane does meanwhile; shares of the whole budget.
     *
     * @param mutual those who wait work for one another in turn
     * @param others others of the lane work, and those who wait have nothing to do
     * @param passed others of the lane wait too, for something that has a name
     * @param events nobody does anything
     * @param beside too few threads, while others wait at what are taken for conditions, and may be locks
     */
    record Conditions(double mutual, double others, double passed, double events, double beside) {
        static final Conditions NONE = new Conditions(0, 0, 0, 0, 0);

        /** The part of the waits for locks that is of such waits. */
        double all() {
            return mutual + others + passed + events;
        }
    }
}
