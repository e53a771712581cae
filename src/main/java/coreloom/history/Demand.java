package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * What the threads of a lane did and wanted between two snapshots, in ns of thread time. Reused: allocates nothing.
 *
 * <p>A thread is <em>parked</em> when it was blocked from one end to the other in the one wait that it was found in. Most programs have such threads that
 * nobody needs just then (of a pool without work, of a runtime's services), and from outside they look like others: they answer for idle cores only
 * where nothing else does. The threads of a runtime's own services ({@link RuntimeThreads}) count as parked whenever they are blocked.
 */
final class Demand {
    /** A thread that was on a core or ready for so much of the time is busy. */
    private static final double BUSY = 0.85;
    /** A thread that was on a core for so much of the time had work of its own. */
    private static final double RUNNER = 0.05;
    /** An idle core takes a ready thread within this, once it has been woken up; whoever waits longer finds the cores that it may use taken. */
    private static final long PROMPT_NANOS = 200_000;

    private final double[] waits = new double[WaitKind.COUNT];
    private final double[] parked = new double[WaitKind.COUNT];
    private double onCpu;
    private double ready;
    private double prompt;
    private double contended;
    private double conditions;
    private double waitersRan;
    private double unsure;
    private int waiters;
    private double unseen;
    private double unseenParked;
    private double untold;
    private double passing;
    private double busiest;
    private double mostActive;
    private int busy;
    private int runners;
    private int threads;
    private int lockWaiters;
    private boolean reported;

    void clear() {
        Arrays.fill(waits, 0);
        Arrays.fill(parked, 0);
        onCpu = 0;
        ready = 0;
        prompt = 0;
        contended = 0;
        conditions = 0;
        waitersRan = 0;
        unsure = 0;
        waiters = 0;
        unseen = 0;
        unseenParked = 0;
        untold = 0;
        passing = 0;
        busiest = 0;
        mostActive = 0;
        busy = 0;
        runners = 0;
        threads = 0;
        lockWaiters = 0;
        reported = false;
    }

    /** Takes in another lane's. */
    void add(Demand other) {
        for (int kind = 0; kind < waits.length; kind++) {
            waits[kind] += other.waits[kind];
            parked[kind] += other.parked[kind];
        }
        onCpu += other.onCpu;
        ready += other.ready;
        prompt += other.prompt;
        contended += other.contended;
        conditions += other.conditions;
        waitersRan += other.waitersRan;
        unsure += other.unsure;
        waiters += other.waiters;
        unseen += other.unseen;
        unseenParked += other.unseenParked;
        untold += other.untold;
        passing += other.passing;
        busiest = Math.max(busiest, other.busiest);
        mostActive = Math.max(mostActive, other.mostActive);
        busy += other.busy;
        runners += other.runners;
        threads += other.threads;
        lockWaiters += other.lockWaiters;
        reported |= other.reported;
    }

    /** A thread was seen, and was on a core for so long of a wall time. */
    void ran(double nanos, long wall) {
        onCpu += nanos;
        busiest = Math.max(busiest, nanos);
        runners += nanos >= RUNNER * wall ? 1 : 0;
        threads++;
    }

    /**
     * The processes were on cores for so much longer than the threads seen; negative where for less, because both are not read at the same instant. It is
     * of threads that came and went, so that of these less is unknown.
     */
    void beyondThreads(double nanos) {
        onCpu = Math.max(0, onCpu + nanos);
        passing = Math.max(0, passing - Math.max(0, nanos));
    }

    /** Workers told exactly what they waited for. */
    void reported() {
        reported = true;
    }

    /** A thread was ready for so long, in that many turns ({@code -1}: nobody knows), of a wall time of which it ran so much. */
    void waitedForCore(double nanos, long turns, double ran, long wall) {
        ready += nanos;
        prompt += turns < 0 ? 0 : Math.min(nanos, (double) turns * PROMPT_NANOS);
        mostActive = Math.max(mostActive, ran + nanos);
        busy += ran + nanos >= BUSY * wall ? 1 : 0;
    }

    /** A runtime's own scheduler had that much thread time ready beyond what it ran. */
    void waitedForCarrier(double nanos) {
        ready += nanos;
    }

    void waited(WaitKind kind, double nanos) {
        waits[kind.ordinal()] += nanos;
    }

    /** What looked like waits for locks, as it was settled. */
    void locks(LockDemand locks) {
        waits[WaitKind.LOCK.ordinal()] += locks.locks();
        lockWaiters += locks.lockThreads();
        conditions += locks.conditions();
        waitersRan += locks.waitersRan();
        unsure += locks.unsure();
        waiters += locks.waiters();
    }

    void parked(WaitKind kind, double nanos) {
        parked[kind.ordinal()] += nanos;
    }

    /** Threads waited all the time, together so long, for locks for which others waited too. */
    void contended(double nanos) {
        waits[WaitKind.LOCK.ordinal()] += nanos;
        contended += nanos;
    }

    /**
     * How much of the waits that look like waits for locks cannot be that. Whoever keeps others from a lock does something meanwhile: is on a core, ready, or
     * waits for something else. So those who wait for locks do so together at most as long as somebody does, times their number. Beyond that they
     * wait for an event or a moment. Nothing is said of threads that wait all along: they may be in a deadlock.
     */
    double unheld() {
        double active = onCpu + ready;
        for (int kind = 0; kind < waits.length; kind++) {
            active += kind == WaitKind.LOCK.ordinal() ? 0 : waits[kind];
        }
        return reported ? 0 : Math.max(0, waits[WaitKind.LOCK.ordinal()] - contended - lockWaiters * active);
    }

    void unseen(double nanos, boolean isParked) {
        unseen += isParked ? 0 : nanos;
        unseenParked += isParked ? nanos : 0;
    }

    void untold(double nanos) {
        untold += nanos;
    }

    void passing(double nanos) {
        passing += nanos;
    }

    double onCpu() {
        return onCpu;
    }

    double ready() {
        return ready;
    }

    /** Of the time ready, how much may at most have been beside an idle core that was being woken up. */
    double prompt() {
        return prompt;
    }

    double waits(WaitKind kind) {
        return waits[kind.ordinal()];
    }

    double parkedWaits(WaitKind kind) {
        return parked[kind.ordinal()];
    }

    double unseen() {
        return unseen;
    }

    double unseenParked() {
        return unseenParked;
    }

    double untold() {
        return untold;
    }

    double passing() {
        return passing;
    }

    /** How long threads waited at conditions, barriers and the like: for somebody to get something done. */
    double conditions() {
        return conditions;
    }

    /** Of these, what may all the same be for locks. */
    double unsureConditions() {
        return unsure;
    }

    /** How many threads did. */
    int waiters() {
        return waiters;
    }

    /** How long these were on a core or ready. */
    double waitersRan() {
        return waitersRan;
    }

    /** How long threads waited for something that has a name and is neither a child nor a condition, parked ones too. */
    double namedWaits() {
        double sum = 0;
        for (int kind = 0; kind < waits.length; kind++) {
            boolean named = kind != WaitKind.CHILD.ordinal() && kind != WaitKind.OTHER.ordinal();
            sum += named ? waits[kind] + parked[kind] : 0;
        }
        return sum;
    }

    /** Whether a thread was on a core or ready nearly all the time. */
    boolean hasBusyThread() {
        return busy > 0;
    }

    /** How many threads were. */
    int busyThreads() {
        return busy;
    }

    /** How many threads had work of their own: were on a core for 5 % of the time or more. */
    int runners() {
        return runners;
    }

    /** How long the thread was on a core that was so longest. */
    double busiest() {
        return busiest;
    }

    /** How long the thread was on a core or ready that was so longest. */
    double mostActive() {
        return mostActive;
    }

    /** Whether the waits are the workers' own reports. */
    boolean isReported() {
        return reported;
    }

    boolean hasThreads() {
        return threads > 0;
    }
}
