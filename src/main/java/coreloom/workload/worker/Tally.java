package coreloom.workload.worker;

/** A count that all processes of a pool see: of a semaphore that is never waited for, the half that is given back. */
interface Tally {
    void increment();

    long value();
}
