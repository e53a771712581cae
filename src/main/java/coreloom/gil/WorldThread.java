package coreloom.gil;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;

/**
 * One thread's state in a {@link World}. Only that thread calls the public methods; nothing of it allocates. All the time that it is kept from
 * running by a collection counts to {@link WaitKind#COLLECTOR}: from its safe point, or from the end of its blocking call, until it goes on;
 * and, where it collects itself, until the others have stopped.
 */
public final class WorldThread implements Pauses {
    private final World world;
    private final WorkerSlot slot;
    private final Primitives primitives;
    private final Primitives.Parker parker;
    private final Primitives.Word state;
    /** Whether it is to stop at its next safe point; set by others, cleared by itself. */
    private volatile boolean asked;
    private boolean waiting;
    private long pauseBegan;

    WorldThread(World world, WorkerSlot slot, Primitives primitives, int state) {
        this.world = world;
        this.slot = slot;
        this.primitives = primitives;
        parker = primitives.parker();
        this.state = primitives.word(state);
    }

    /** Begins to use objects. The thread is detached; where the world is stopped, it waits. */
    public void attach() {
        if (!state.replace(World.DETACHED, World.ATTACHED)) {
            awaitStart();
        }
    }

    /** Stops using objects, before a call that may block or at the end. The thread is attached. */
    public void detach() {
        state.set(World.DETACHED);
    }

    /** Where the interpreter looks whether anything is asked of it. One volatile read when nothing is. */
    public void safePoint() {
        if (asked) {
            asked = false;
            world.suspend(this);
        }
    }

    /** The thread, which is detached, ends. */
    public void leave() {
        world.leave(this);
    }

    /** The thread is suspended, or was a moment ago: waits until it is not, and attaches. */
    void awaitStart() {
        beginWait();
        do {
            while (suspended()) {
                parker.park();
            }
        } while (!state.replace(World.DETACHED, World.ATTACHED));
        endWait();
    }

    /** Waits until all others have stopped, at most one round. */
    void awaitOthers() {
        beginWait();
        long deadline = primitives.nanos() + World.ROUND_NANOS;
        long left = World.ROUND_NANOS;
        while (world.someMissing() && left > 0) {
            parker.park(left);
            left = deadline - primitives.nanos();
        }
    }

    void othersHaveStopped() {
        endWait();
    }

    private void beginWait() {
        if (!waiting) {
            waiting = true;
            slot.waitBegins(WaitKind.COLLECTOR, primitives.nanos());
        }
    }

    private void endWait() {
        if (waiting) {
            waiting = false;
            slot.waitEnds(primitives.nanos());
        }
    }

    boolean suspended() {
        return state.get() == World.SUSPENDED;
    }

    boolean suspendDetached() {
        return state.replace(World.DETACHED, World.SUSPENDED);
    }

    void become(int wanted) {
        state.set(wanted);
    }

    /** Asks it to stop at its next safe point. */
    void ask() {
        asked = true;
    }

    void wake() {
        parker.unpark();
    }

    /** Stops the world. The thread is attached. */
    @Override
    public void pauseBegins() {
        pauseBegan = world.stop(this);
    }

    @Override
    public void pauseEnds() {
        world.start(this);
        slot.paused(primitives.nanos() - pauseBegan);
    }

    @Override
    public void collected() {
        slot.collected();
    }
}
