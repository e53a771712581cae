package coreloom.workload.worker;

import coreloom.gil.DropRule;
import coreloom.gil.Gil;
import coreloom.gil.InterpreterLock;
import coreloom.gil.InterpreterState;
import coreloom.gil.JavaPrimitives;
import coreloom.gil.Primitives;
import coreloom.gil.World;
import coreloom.telemetry.WorkerSlot;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The rule that the workers of a process keep among themselves. */
interface Discipline {
    /** The rule as the calling thread has to keep it. */
    Context context(WorkerSlot slot);

    /** The rules there are. */
    enum Kind {
        FREE, LOCKED, GIL, STRIPED,
        /** An interpreter for each worker. */
        SUBINTERPRETERS,
        /** The workers are coroutines of one thread, and keep nothing else. */
        LOOP,
        /** One heap for all, and no lock: who collects stops the others. */
        FREE_THREADED;

        /** Whether a kernel's critical sections exclude those of other workers, plain threads all of them. */
        boolean locksPlainThreads() {
            return this == LOCKED || this == STRIPED;
        }

        /** Whether all workers of a process use one heap. */
        boolean sharesHeap() {
            return this == GIL || this == LOOP || this == FREE_THREADED;
        }

        /** Whether one thread at a time uses a heap, so that references may be counted by plain additions. */
        boolean guardsObjects() {
            return this == GIL || this == SUBINTERPRETERS || this == LOOP;
        }
    }

    /** The switch interval while workers warm up, so that handing over is compiled too before it counts; at 50 ms it would take minutes. */
    long WARM_UP_INTERVAL_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /**
     * The rule that these options ask for.
     *
     * @param warmingUp whether the workers run only to be compiled
     */
    static Discipline of(WorkerOptions options, LongSupplier clock, BooleanSupplier warmingUp) {
        return AblatedContext.without(options.rule().without(), whole(options, clock, warmingUp));
    }

    private static Discipline whole(WorkerOptions options, LongSupplier clock, BooleanSupplier warmingUp) {
        WorkerOptions.Rule rule = options.rule();
        return switch (rule.kind()) {
            case FREE, LOOP -> slot -> new FreeContext(slot, clock);
            case LOCKED -> striped(1, options.seeds(), clock);
            case GIL -> {
                Gil gil = gil(rule, DropRule.PYTHON_3_13, new JavaPrimitives(clock), warmingUp);
                Semaphore critical = new Semaphore(1);
                yield slot -> new GilContext(slot, clock, gil.attach(slot), critical);
            }
            case STRIPED -> striped(rule.stripes(), options.seeds(), clock);
            case SUBINTERPRETERS -> {
                Supplier<InterpreterState> interpreters = interpreters(rule, new JavaPrimitives(clock), warmingUp);
                yield slot -> new GilContext(slot, clock, interpreters.get().attach(slot), new Semaphore(1));
            }
            case FREE_THREADED -> {
                World world = new World(new JavaPrimitives(clock));
                SharedLock critical = new SharedLock();
                yield slot -> new FreeThreadedContext(slot, clock, world.join(slot), critical);
            }
        };
    }

    private static Discipline striped(int count, Seeds seeds, LongSupplier clock) {
        Stripes stripes = new Stripes(count);
        return slot -> new LockedContext(slot, clock, stripes, seeds.stripes(slot.number()));
    }

    /** Gives each worker an interpreter. Objects, locks of the kernel's among them, belong to one interpreter, whoever has the interpreter lock. */
    private static Supplier<InterpreterState> interpreters(WorkerOptions.Rule rule, Primitives primitives, BooleanSupplier warmingUp) {
        DropRule asking = rule.interpreterLock().rule();
        if (rule.interpreterLock() == InterpreterLock.OWN) {
            return () -> gil(rule, asking, primitives, warmingUp).interpreter();
        }
        return gil(rule, asking, primitives, warmingUp)::interpreter;
    }

    private static Gil gil(WorkerOptions.Rule rule, DropRule asking, Primitives primitives, BooleanSupplier warmingUp) {
        long interval = TimeUnit.MICROSECONDS.toNanos(rule.switchIntervalMicros());
        long hurried = Math.min(interval, WARM_UP_INTERVAL_NANOS);
        return new Gil(primitives, () -> warmingUp.getAsBoolean() ? hurried : interval, asking, rule.without());
    }
}
