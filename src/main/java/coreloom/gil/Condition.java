package coreloom.gil;

/** Where threads wait under a mutex until another lets one of them go. The mutex is held at each call. */
interface Condition {
    /** Lets one waiter go, if there is any. */
    void signal();

    /** Waits for a signal, however long it takes. The mutex is let go meanwhile, and is held again at the end. */
    void await(Waiter waiter);

    /**
     * Waits for a signal, at most that many ns from now, against one absolute deadline.
     *
     * @return whether it was a signal that ended the wait; false when time did
     */
    boolean await(Waiter waiter, long nanos);
}
