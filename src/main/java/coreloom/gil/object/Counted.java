package coreloom.gil.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The header of every object. Which of its fields are used is the business of the one {@link Counting} that all threads of a heap agree on;
 * an object is freed when its references are gone, at once.
 */
public abstract class Counted {
    /** A {@code local} count that nobody changes: the object is there as long as the process. */
    static final int IMMORTAL = Integer.MAX_VALUE;

    static final VarHandle SHARED = shared();

    /** References, as the thread counts that may write here without an atomic operation. */
    int local;
    /** References that are counted by atomic operations; the lowest two bits are marks of {@link BiasedCounting}. */
    volatile int shared;
    /** The thread whose references are in {@code local}; null when they have been merged, or counted in another way. */
    volatile BiasedCounting owner;
    /** The next in a chain of objects that threads hand to each other. */
    Counted chained;
    /** Freed, and perhaps to be used again. */
    boolean freed;

    Counted() {}

    /** Marks an object that is not counted at all, as CPython's {@code None}. */
    final void makeImmortal() {
        local = IMMORTAL;
    }

    /** Whether its last reference is gone. */
    public final boolean isFreed() {
        return freed;
    }

    /** What Python calls its type. */
    public abstract String type();

    /** What it counts as where a truth value is asked for. */
    public boolean truth() {
        return true;
    }

    private static VarHandle shared() {
        try {
            return MethodHandles.lookup().findVarHandle(Counted.class, "shared", int.class);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
