package coreloom.gil;

/** A thread as a {@link TokenCondition} sees it: where it sleeps, and when it came. It waits for one condition at a time. */
final class Waiter {
    final Primitives.Parker parker;
    /** Number of this wait among all waits for the condition; written by the owner under the condition's mutex. */
    long arrival;
    /** Set with a wake-up, by whoever signals; cleared by the owner before it looks for a token. */
    volatile boolean woken;

    Waiter(Primitives.Parker parker) {
        this.parker = parker;
    }
}
