package coreloom.gil;

import coreloom.telemetry.WorkerSlot;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The global interpreter lock, as CPython 3.12 and 3.13 have it ({@code Python/ceval_gil.c}, {@code take_gil} and {@code drop_gil}): one truth
 * value under a short-held mutex, without queue, owner hand-over or priority. One interpreter runs under it, or several.
 *
 * <pre>
 *   take   while locked: wait for `released`, at most one switch interval;
 *                        nobody else got it in that time? ask for it to be dropped
 *          locked; signal `switched`
 *   drop   not locked; signal `released`
 *          was I asked? then wait for `switched`, unless it has already been taken   (forced switch)
 * </pre>
 *
 * <p>Whoever comes first after a drop has it: also the thread that dropped it, if nobody had asked (barging). The drop request goes where the
 * {@link DropRule} says; who looks there does so at its next safe point, and at its next drop.
 */
public final class Gil {
    private static final long MIN_INTERVAL_NANOS = 1_000;

    private final Primitives primitives;
    private final LongSupplier switchIntervalNanos;
    private final DropRule rule;
    private final boolean forcedSwitching;
    private final InterpreterState main = new InterpreterState(this);
    private final Primitives.Mutex mutex;
    private final Condition released;
    private final Primitives.Mutex switchMutex;
    private final Condition switched;
    /** Guarded by {@code mutex}. */
    private boolean locked;
    /** Changes of holder, written under {@code mutex}. */
    private volatile long switchNumber;
    /** Survives the drop. Written under both mutexes, read under either. */
    private GilThread lastHolder;
    /** The holder before {@code lastHolder}; guarded by {@code mutex}. */
    private GilThread holderBefore;
    /** All pauses that have ended, ns. Written under {@code mutex} by the holder, read under it or by the holder. */
    private long pausedNanos;
    /** Whether the holder keeps the lock in order to collect, and since when; guarded by {@code mutex}. */
    private boolean pausing;
    private long pauseBegan;

    /**
     * A lock that asks as CPython 3.13 does.
     *
     * @param switchIntervalNanos how long a waiter waits before it asks for the lock to be dropped; CPython's default is 5 ms, the least is 1 µs
     */
    public Gil(Primitives primitives, long switchIntervalNanos) {
        this(primitives, switchIntervalNanos, DropRule.PYTHON_3_13);
    }

    /** A lock that asks by that rule. */
    public Gil(Primitives primitives, long switchIntervalNanos, DropRule rule) {
        this(primitives, switchIntervalNanos, rule, Set.of());
    }

    /** @param without parts that an experiment leaves out; every release of CPython has them all */
    public Gil(Primitives primitives, long switchIntervalNanos, DropRule rule, Set<Ablation> without) {
        this(primitives, () -> switchIntervalNanos, rule, without);
    }

    /** @param switchIntervalNanos asked at the beginning of each wait, since {@code sys.setswitchinterval} may change it */
    public Gil(Primitives primitives, LongSupplier switchIntervalNanos, DropRule rule, Set<Ablation> without) {
        this.primitives = primitives;
        this.rule = rule;
        this.switchIntervalNanos = without.contains(Ablation.INTERVAL) ? () -> MIN_INTERVAL_NANOS : switchIntervalNanos;
        forcedSwitching = !without.contains(Ablation.FORCED_SWITCH);
        mutex = primitives.mutex();
        released = condition(mutex, without);
        switchMutex = primitives.mutex();
        switched = condition(switchMutex, without);
    }

    private Condition condition(Primitives.Mutex under, Set<Ablation> without) {
        return without.contains(Ablation.TOKEN) ? new QueuedCondition(primitives, under) : new TokenCondition(primitives, under);
    }

    /**
     * The state of the calling thread in the main interpreter; it does not hold the lock yet.
     *
     * @param slot where that thread's waits, holds and handoffs are counted
     */
    public GilThread attach(WorkerSlot slot) {
        return main.attach(slot);
    }

    /** A further interpreter under this lock. */
    public InterpreterState interpreter() {
        return new InterpreterState(this);
    }

    GilThread attach(WorkerSlot slot, EvalBreaker interpreters) {
        return new GilThread(this, slot, primitives, rule == DropRule.PYTHON_3_12 ? interpreters : new EvalBreaker());
    }

    /** How often the lock has gone to another thread than the one that had it last; the first holder counts. */
    public long switchNumber() {
        return switchNumber;
    }

    /** CPython's {@code take_gil}. */
    void take(GilThread thread) {
        mutex.lock();
        if (locked) {
            long now = primitives.nanos();
            thread.beginWait(now, pausedBy(now));
            while (locked) {
                awaitRelease(thread);
            }
        }
        switchMutex.lock();
        locked = true;
        Change change = changeTo(thread);
        switched.signal();
        switchMutex.unlock();
        thread.clearDropRequest();
        mutex.unlock();
        thread.holds(change);
    }

    /** What a thread's taking of the lock means to the one before. */
    enum Change {
        /** The thread had it last itself, or nobody had. */
        NONE,
        /** Another had it last. */
        HANDOFF,
        /** Another had it last, and before that this thread. */
        RETURN
    }

    private Change changeTo(GilThread thread) {
        GilThread before = lastHolder;
        if (before == thread) {
            return Change.NONE;
        }
        Change change = before == null ? Change.NONE : thread == holderBefore ? Change.RETURN : Change.HANDOFF;
        holderBefore = before;
        lastHolder = thread;
        switchNumber++;
        return change;
    }

    private void awaitRelease(GilThread thread) {
        long seen = switchNumber;
        boolean signalled = released.await(thread.waiter(), Math.max(MIN_INTERVAL_NANOS, switchIntervalNanos.getAsLong()));
        if (!signalled && locked && switchNumber == seen) {
            thread.countDropRequest();
            (rule == DropRule.PYTHON_3_12 ? thread : lastHolder).requestDrop();
        }
    }

    /** CPython's {@code drop_gil}. */
    void drop(GilThread thread) {
        mutex.lock();
        locked = false;
        released.signal();
        mutex.unlock();
        if (forcedSwitching && thread.dropRequested()) {
            awaitSwitch(thread);
        }
    }

    private void awaitSwitch(GilThread thread) {
        switchMutex.lock();
        if (lastHolder == thread) {
            thread.clearDropRequest();
            thread.beginForcedSwitch();
            switched.await(thread.waiter());
        }
        switchMutex.unlock();
    }

    /** The time that collector pauses had taken by then, ns: exact, as clock and pauses are read under the same mutex. It is held. */
    private long pausedBy(long now) {
        return pausedNanos + (pausing ? now - pauseBegan : 0);
    }

    /** The same for the holder, ns; it is not in a pause. */
    long pausedNanos() {
        return pausedNanos;
    }

    /** Ends the wait for a forced switch, at whose end others may already be in a pause. */
    void endForcedSwitch(GilThread thread) {
        mutex.lock();
        long now = primitives.nanos();
        thread.endWait(now, pausedBy(now));
        mutex.unlock();
    }

    /** The holder begins to collect. */
    void beginPause() {
        mutex.lock();
        pausing = true;
        pauseBegan = primitives.nanos();
        mutex.unlock();
    }

    /** The holder has collected; returns how long that took, ns. */
    long endPause() {
        mutex.lock();
        long nanos = primitives.nanos() - pauseBegan;
        pausing = false;
        pausedNanos += nanos;
        mutex.unlock();
        return nanos;
    }
}
