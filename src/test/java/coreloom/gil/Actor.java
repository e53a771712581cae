package coreloom.gil;

import coreloom.gil.Schedule.Move;
import java.util.concurrent.locks.LockSupport;

/** Somebody who acts in a {@link Model}, on a thread of its own that is kept from run to run or on the caller's. It moves only when it is its turn. */
final class Actor {
    /** Unwinds the body of an actor whose model has ended before it did. */
    private static final class Abandoned extends Error {
        Abandoned() {
            super("the model has ended", null, false, false);
        }
    }

    final Move moves;
    final Move wakesEarly;
    Model.ModelMutex wanted;
    boolean sleeping;
    boolean woken;
    boolean finished;
    long deadline;
    private final int number;
    private final String name;
    private final Thread thread;
    private Model model;
    private volatile Runnable body;
    private volatile Thread awaiting;
    private volatile boolean turn;

    private Actor(int number, Thread caller) {
        this.number = number;
        name = "actor-" + number;
        moves = new Move(number, false);
        wakesEarly = new Move(number, true);
        thread = caller == null ? new Thread(this::work, name) : caller;
    }

    /** One that acts on a thread of its own. */
    static Actor started(int number) {
        Actor actor = new Actor(number, null);
        actor.thread.setDaemon(true);
        actor.thread.start();
        return actor;
    }

    /** One that acts on the calling thread, once this is told to {@link #act}. */
    static Actor ofCaller(int number) {
        return new Actor(number, Thread.currentThread());
    }

    /** Gives the actor something to do, at its first turn. A turn left over from the run before is gone before there is anything to do. */
    void take(Model whose, Runnable what) {
        model = whose;
        wanted = null;
        sleeping = false;
        woken = false;
        finished = false;
        turn = false;
        body = what;
    }

    private void work() {
        while (true) {
            if (body == null) {
                LockSupport.park(this);
            } else {
                act();
            }
        }
    }

    /** Does what the actor has been given, from its first turn on. */
    void act() {
        while (!turn) {
            LockSupport.park(this);
        }
        turn = false;
        Throwable thrown = null;
        try {
            body.run();
        } catch (Throwable wrong) {
            thrown = wrong;
        }
        model.ended(this, thrown);
        body = null;
        LockSupport.unpark(awaiting);
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    boolean timed() {
        return deadline != Long.MAX_VALUE;
    }

    boolean able() {
        return !finished && (wanted == null || !wanted.held) && (!sleeping || woken);
    }

    void goOn() {
        turn = true;
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits for the turn of the calling actor. */
    void awaitTurn() {
        while (!turn && !model.over()) {
            LockSupport.park(this);
        }
        turn = false;
        if (model.over()) {
            throw new Abandoned();
        }
    }

    /** Waits until the actor has nothing left to do. */
    void awaitIdle() {
        awaiting = Thread.currentThread();
        while (body != null) {
            LockSupport.park(this);
        }
        awaiting = null;
    }
}
