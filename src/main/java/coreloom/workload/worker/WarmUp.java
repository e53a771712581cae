package coreloom.workload.worker;

import java.util.function.LongSupplier;

/**
 * The time in which the workers run only to have their loops compiled. All of them at once, because a loop compiled without contention
 * would be thrown away at the first handoff.
 */
record WarmUp(LongSupplier clock, long untilNanos) {
    boolean over() {
        return clock.getAsLong() - untilNanos >= 0;
    }
}
