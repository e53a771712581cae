package coreloom.workload.worker;

import coreloom.gil.Gil;
import coreloom.gil.JavaPrimitives;
import coreloom.telemetry.WorkerSlot;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The rule that the workers of a process keep among themselves. */
interface Discipline {
    /** The rule as the calling thread has to keep it. */
    Context context(WorkerSlot slot);

    /** The rules there are. */
    enum Kind {
        FREE, LOCKED, GIL,
        /** The workers are coroutines of one thread, and keep nothing else. */
        LOOP;

        /** Whether only one worker of a process runs at a time, so that all share an interpreter. */
        boolean oneAtATime() {
            return this == GIL || this == LOOP;
        }
    }

    /** @param switchIntervalMicros of the interpreter lock, where there is one */
    static Discipline of(Kind kind, long switchIntervalMicros, LongSupplier clock) {
        return switch (kind) {
            case FREE, LOOP -> slot -> new FreeContext(slot, clock);
            case LOCKED -> {
                SharedLock shared = new SharedLock();
                yield slot -> new LockedContext(slot, clock, shared);
            }
            case GIL -> {
                Gil gil = new Gil(new JavaPrimitives(clock), TimeUnit.MICROSECONDS.toNanos(switchIntervalMicros));
                Semaphore critical = new Semaphore(1);
                yield slot -> new GilContext(slot, clock, gil.attach(slot), critical);
            }
        };
    }
}
