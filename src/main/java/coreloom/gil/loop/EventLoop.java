package coreloom.gil.loop;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * The event loop of one thread, round by round as {@code BaseEventLoop._run_once} of CPython 3.12.
 *
 * <pre>
 *   a round   1  select: waits until something is to be done, at most until the first timer is due; not at all when callbacks are ready
 *             2  callbacks of what has become readable, then those of timers that are due, go to the end of the ready queue
 *             3  as many callbacks as are ready now run, the first come first; what they make ready waits for the next round
 * </pre>
 *
 * Nobody interrupts a callback: one that computes keeps all others waiting. Timers of the same deadline come in no particular order. Used by
 * its thread alone.
 */
public final class EventLoop {
    /** For {@link Selection#select}: no timer is set, and nothing else is to be done. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private final Selection selection;
    private final LongSupplier clock;
    private final ArrayDeque<Callback> ready = new ArrayDeque<>();
    private final PriorityQueue<Timer> scheduled = new PriorityQueue<>();

    /** What the loop runs. It must not block. */
    @FunctionalInterface
    public interface Callback {
        void run() throws IOException;
    }

    /** Where the loop waits for the world outside. */
    @FunctionalInterface
    public interface Selection {
        /**
         * Waits for something to happen and hands the loop a callback for each thing that did.
         *
         * @param nanos at most so long: 0 only looks, {@link #NO_LIMIT} is for ever
         */
        void select(long nanos, EventLoop loop) throws IOException;
    }

    /** A callback that is to be called at a time. It may be scheduled again once it has been called. */
    static final class Timer implements Comparable<Timer> {
        private final Callback callback;
        private long when;

        Timer(Callback callback) {
            this.callback = callback;
        }

        /** When it is, or was, due; monotonic ns. */
        long when() {
            return when;
        }

        @Override
        public int compareTo(Timer other) {
            return Long.compare(when - other.when, 0);
        }
    }

    /** @param clock monotonic time, ns */
    public EventLoop(Selection selection, LongSupplier clock) {
        this.selection = selection;
        this.clock = clock;
    }

    /** Monotonic time, ns. */
    public long nanos() {
        return clock.getAsLong();
    }

    /** Runs the callback in the next round, behind those that are ready already. */
    public void callSoon(Callback callback) {
        ready.add(callback);
    }

    /** Runs the timer's callback in the first round that begins at that time or later. */
    void callAt(long when, Timer timer) {
        timer.when = when;
        scheduled.add(timer);
    }

    /** Runs one round. */
    public void runOnce() throws IOException {
        selection.select(limit(), this);
        long now = nanos();
        while (!scheduled.isEmpty() && scheduled.peek().when - now <= 0) {
            ready.add(scheduled.poll().callback);
        }
        for (int left = ready.size(); left > 0; left--) {
            ready.poll().run();
        }
    }

    private long limit() {
        if (!ready.isEmpty()) {
            return 0;
        }
        return scheduled.isEmpty() ? NO_LIMIT : Math.max(0, scheduled.peek().when - nanos());
    }
}
