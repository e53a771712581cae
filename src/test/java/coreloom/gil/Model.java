package coreloom.gil;

import coreloom.gil.Schedule.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A machine of which every step is chosen: its actors are real threads that run real code, one at a time, and at each point (before a mutex
 * is taken, after it is let go, before and after a sleep, and where an actor says so) the schedule says who goes on. Time stands still
 * unless a sleep ends by its time or a test moves it.
 *
 * <p>It interleaves; it does not reorder memory. What is shared must be volatile or guarded, and is read at most once between two points.
 */
public final class Model implements Primitives {
    private final List<Actor> actors = new ArrayList<>();
    private final List<Move> able = new ArrayList<>();
    private final List<Move> asleep = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private Schedule schedule;
    private Actor running;
    private Thread caller;
    private volatile boolean over;
    private Throwable failure;
    private long now;
    private int mutexes;

    /** Runs the actors to their ends, or to the first failure, which it throws with the steps that led there. */
    void run(Schedule choices, List<Runnable> bodies) {
        begin(choices);
        for (int i = 0; i < bodies.size(); i++) {
            actors.add(Crew.actor(this, i, bodies.get(i)));
        }
        next(Schedule.NOBODY);
        actors.get(0).act();
        while (!over) {
            LockSupport.park(this);
        }
        actors.forEach(Actor::awaitIdle);
        if (failure != null) {
            throw new AssertionError(failure.getMessage() + "\n  " + String.join("\n  ", trace), failure);
        }
    }

    private void begin(Schedule choices) {
        schedule = choices;
        actors.clear();
        trace.clear();
        caller = Thread.currentThread();
        over = false;
        failure = null;
        now = 0;
    }

    /** A point: whoever the schedule names goes on; returns when that is the calling actor. */
    public void point(String what) {
        Actor self = running;
        if (!over) {
            trace.add(self.name() + " " + what);
            next(self.number());
        }
        self.awaitTurn();
    }

    /** Number of the actor whose turn it is. */
    public int running() {
        return running.number();
    }

    void advance(long nanos) {
        now += nanos;
    }

    /** When the sleep of that actor ends by its time. */
    long deadline(int actor) {
        return actors.get(actor).deadline;
    }

    /** The actor's body has ended, by itself or by a failure. */
    void ended(Actor actor, Throwable thrown) {
        if (!over) {
            actor.finished = true;
            if (thrown != null) {
                fail(thrown);
            } else if (actors.stream().allMatch(each -> each.finished)) {
                end();
            } else {
                next(actor.number());
            }
        }
    }

    boolean over() {
        return over;
    }

    private void next(int last) {
        sort(last);
        Move move = schedule.choose(last, able, asleep);
        if (move == null) {
            fail(new AssertionError("nobody can move, and " + asleep.size() + " sleep"));
            return;
        }
        running = actors.get(move.actor());
        if (move.early()) {
            now = running.timed() ? Math.max(now, running.deadline) : now;
            trace.add(running.name() + (running.timed() ? " sleeps its time out" : " wakes for no reason"));
        }
        running.goOn();
    }

    private void sort(int last) {
        able.clear();
        asleep.clear();
        for (Actor actor : actors) {
            if (actor.able()) {
                able.add(actor.number() == last ? 0 : able.size(), actor.moves);
            } else if (actor.sleeping) {
                asleep.add(actor.wakesEarly);
            }
        }
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        end();
    }

    private void end() {
        over = true;
        for (Actor actor : actors) {
            if (!actor.finished) {
                actor.goOn();
            }
        }
        LockSupport.unpark(caller);
    }

    @Override
    public Mutex mutex() {
        return new ModelMutex(++mutexes);
    }

    @Override
    public Parker parker() {
        return new ModelParker(running);
    }

    @Override
    public Word word(int value) {
        return new ModelWord(value);
    }

    @Override
    public long nanos() {
        return now;
    }

    /** A mutex that loses the wake-up of a thread that had to wait for it, as {@code ReentrantLock} may. */
    final class ModelMutex implements Mutex {
        private final String locks;
        private final String unlocks;
        boolean held;

        ModelMutex(int number) {
            locks = "locks mutex " + number;
            unlocks = "unlocks mutex " + number;
        }

        @Override
        public void lock() {
            Actor self = running;
            boolean waits = held;
            self.wanted = this;
            point(locks);
            self.wanted = null;
            self.woken &= !waits;
            held = true;
        }

        @Override
        public void unlock() {
            held = false;
            point(unlocks);
        }
    }

    private final class ModelWord implements Word {
        private int value;

        ModelWord(int value) {
            this.value = value;
        }

        @Override
        public int get() {
            point("reads a word");
            return value;
        }

        @Override
        public void set(int wanted) {
            point("sets a word to " + wanted);
            value = wanted;
        }

        @Override
        public boolean replace(int expected, int wanted) {
            point("replaces " + expected + " by " + wanted + " in a word");
            boolean replaced = value == expected;
            value = replaced ? wanted : value;
            return replaced;
        }
    }

    private final class ModelParker implements Parker {
        private final Actor owner;

        ModelParker(Actor owner) {
            this.owner = owner;
        }

        @Override
        public void park() {
            park(Long.MAX_VALUE);
        }

        @Override
        public void park(long nanos) {
            owner.deadline = nanos == Long.MAX_VALUE ? nanos : now + nanos;
            owner.sleeping = true;
            point(nanos == Long.MAX_VALUE ? "sleeps" : "sleeps for a time");
            owner.sleeping = false;
            owner.woken = false;
        }

        @Override
        public void unpark() {
            owner.woken = true;
        }
    }
}
