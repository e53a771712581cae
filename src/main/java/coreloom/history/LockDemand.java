package coreloom.history;

import coreloom.snapshot.LockSign;

/**
 * What threads of a lane waited for between two snapshots that look as if they waited for locks, in ns of thread time: for a lock that somebody holds, or
 * at a condition, for somebody to get something done. Reused: allocates nothing.
 *
 * <pre>
 *   the call tells a lock, or several wait at one word     lock
 *   the call tells a condition                             condition; of a Java runtime, whose locks are made of these, either
 *   either                                                 lock, as far as those who wait so could have held one; the rest condition
 * </pre>
 * Who holds a lock is one of those who use it, and waits for it at another time. So waits for locks last together at most as long as those who wait do
 * something else, times their number.
 */
final class LockDemand {
    private double told;
    private double either;
    private double atConditions;
    private double restedAtConditions;
    private double restedElsewhere;
    private int toldThreads;
    private int eitherThreads;
    private int conditionThreads;
    private int restedAtThreads;
    private int restedElsewhereThreads;
    private double active;
    private double eitherRan;
    private double conditionRan;
    private double held;

    void clear() {
        told = 0;
        either = 0;
        atConditions = 0;
        restedAtConditions = 0;
        restedElsewhere = 0;
        toldThreads = 0;
        eitherThreads = 0;
        conditionThreads = 0;
        restedAtThreads = 0;
        restedElsewhereThreads = 0;
        active = 0;
        eitherRan = 0;
        conditionRan = 0;
        held = 0;
    }

    /** A thread waited so long as for a lock; it {@code ran} or was ready so long meanwhile. */
    void waited(double nanos, LockSign sign, double ran) {
        switch (sign) {
            case LOCK -> {
                told += nanos;
                toldThreads++;
            }
            case NONE -> {
                either += nanos;
                eitherThreads++;
                eitherRan += ran;
            }
            case CONDITION -> {
                atConditions += nanos;
                conditionThreads++;
                conditionRan += ran;
            }
        }
    }

    /** A thread that uses locks, as its waits at this or at other times tell, did not wait for one for so long. */
    void used(double nanos) {
        active += nanos;
    }

    /** So many threads waited at conditions all the time, together so long. */
    void restedAtConditions(int threads, double nanos) {
        restedAtConditions += nanos;
        restedAtThreads += threads;
    }

    /** So many threads waited all the time, together so long, and nothing tells for what of both. */
    void rested(int threads, double nanos) {
        restedElsewhere += nanos;
        restedElsewhereThreads += threads;
    }

    /**
     * Decides about the waits that may be either, after all threads were told of.
     *
     * @param runtime whether the threads are of a Java runtime
     * @param shared  whether several that may wait for a lock were found at one word
     */
    void settle(boolean runtime, boolean shared) {
        if (runtime) {
            either += atConditions;
            eitherThreads += conditionThreads;
            eitherRan += conditionRan;
            restedElsewhere += restedAtConditions;
            restedElsewhereThreads += restedAtThreads;
            atConditions = 0;
            conditionThreads = 0;
            conditionRan = 0;
            restedAtConditions = 0;
            restedAtThreads = 0;
        }
        double lively = shared ? either : Math.min(either, eitherThreads * active);
        held = lively + Math.min(restedElsewhere, restedElsewhereThreads * active);
        either += restedElsewhere;
        eitherThreads += restedElsewhereThreads;
    }

    /** For locks that somebody holds, once it is settled. */
    double locks() {
        return told + held;
    }

    /** How many threads waited for such. */
    int lockThreads() {
        return toldThreads + (held > 0 ? eitherThreads : 0);
    }

    /** At conditions, once it is settled. */
    double conditions() {
        return atConditions + restedAtConditions + either - held;
    }

    /** Of these, what may all the same be for locks. */
    double unsure() {
        return either - held;
    }

    /** How many threads waited at such. */
    int waiters() {
        return conditionThreads + restedAtThreads + (held < either ? eitherThreads : 0);
    }

    /** How long these were on a core or ready. */
    double waitersRan() {
        return conditionRan + (held < either ? eitherRan : 0);
    }
}
