package coreloom.workload.worker;

import java.util.stream.Stream;

/** The locks that the workers of a process share: each critical section is under one of them, whichever its worker draws. */
final class Stripes {
    private final SharedLock[] locks;

    /** @param count at least 1 */
    Stripes(int count) {
        locks = Stream.generate(SharedLock::new).limit(count).toArray(SharedLock[]::new);
    }

    /** The lock for a critical section; where there is one only, nothing is drawn. */
    SharedLock drawn(SplitMix64 choices) {
        return locks[locks.length == 1 ? 0 : choices.below(locks.length)];
    }
}
