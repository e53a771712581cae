package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * What the threads of a lane did and wanted between two snapshots, in ns of thread time. Reused: allocates nothing.
 *
 * <p>A thread is <em>parked</em> when it was blocked from one end to the other in the one wait that it was found in. Most programs have such threads that
 * nobody needs just then (of a pool without work, of a runtime's services), and from outside they look like others: they answer for idle cores only
 * where nothing else does.
 */
final class Demand {
    /** A thread that was on a core or ready for so much of the time is busy. */
    private static final double BUSY = 0.85;
    /** An idle core takes a ready thread within this, once it has been woken up; whoever waits longer finds the cores that it may use taken. */
    private static final long PROMPT_NANOS = 200_000;

    private final double[] waits = new double[WaitKind.COUNT];
    private final double[] parked = new double[WaitKind.COUNT];
    private double onCpu;
    private double ready;
    private double prompt;
    private double unseen;
    private double unseenParked;
    private double untold;
    private double passing;
    private int busy;
    private int threads;

    void clear() {
        Arrays.fill(waits, 0);
        Arrays.fill(parked, 0);
        onCpu = 0;
        ready = 0;
        prompt = 0;
        unseen = 0;
        unseenParked = 0;
        untold = 0;
        passing = 0;
        busy = 0;
        threads = 0;
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
        unseen += other.unseen;
        unseenParked += other.unseenParked;
        untold += other.untold;
        passing += other.passing;
        busy += other.busy;
        threads += other.threads;
    }

    /** A thread was seen, and was on a core for so long. */
    void ran(double nanos) {
        onCpu += nanos;
        threads++;
    }

    /** A thread was ready for so long, in that many turns ({@code -1}: nobody knows), of a wall time of which it ran so much. */
    void waitedForCore(double nanos, long turns, double ran, long wall) {
        ready += nanos;
        prompt += turns < 0 ? 0 : Math.min(nanos, (double) turns * PROMPT_NANOS);
        busy += ran + nanos >= BUSY * wall ? 1 : 0;
    }

    /** A runtime's own scheduler had that much thread time ready beyond what it ran. */
    void waitedForCarrier(double nanos) {
        ready += nanos;
    }

    void waited(WaitKind kind, double nanos) {
        waits[kind.ordinal()] += nanos;
    }

    void parked(WaitKind kind, double nanos) {
        parked[kind.ordinal()] += nanos;
    }

    /** So much of what counts as parked was at locks for which several threads waited: that is contention. */
    void contended(double nanos) {
        double moved = Math.min(nanos, parked[WaitKind.LOCK.ordinal()]);
        parked[WaitKind.LOCK.ordinal()] -= moved;
        waits[WaitKind.LOCK.ordinal()] += moved;
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

    /** Whether a thread was on a core or ready nearly all the time. */
    boolean hasBusyThread() {
        return busy > 0;
    }

    boolean hasThreads() {
        return threads > 0;
    }
}
