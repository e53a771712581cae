package coreloom.gil;

import coreloom.telemetry.WorkerSlot;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of an interpreter without an interpreter lock, and how one of them stops all others, as CPython's free-threaded build has it
 * ({@code Python/pystate.c}, {@code stop_the_world} and {@code start_the_world}).
 *
 * <pre>
 *              attach                 safe point, and a stop is asked for
 *   detached ─────────▶ attached ──────────────────────────────────────▶ suspended
 *      ▲ ▲ ◀───────────                                                    ▲   │
 *      │ │   detach                          the one that stops the world  │   │
 *      │ └─────────────────────────────────────────────────────────────────┘   │
 *      └────────────────────────────────────────── it starts the world again ──┘
 * </pre>
 *
 * <p>A thread that is detached, in a blocking call or parked, counts as stopped: it is suspended where it is, and finds that out when it
 * attaches again. An attached one is asked, and stops at its next safe point. One that detaches after it was asked is noticed only when the
 * one that waits looks again, every 1 ms.
 */
public final class World {
    static final int DETACHED = 0;
    static final int ATTACHED = 1;
    static final int SUSPENDED = 2;

    /** How long the one that stops the world waits before it looks again who has detached. */
    static final long ROUND_NANOS = 1_000_000;

    private final Primitives primitives;
    private final Primitives.Mutex mutex;
    /** Guarded by {@code mutex}. */
    private final List<WorldThread> threads = new ArrayList<>();
    /** The one that stops the world or has stopped it; null while nobody does. Guarded by {@code mutex}. */
    private WorldThread requester;
    /** How many threads have not stopped yet. Written under {@code mutex}; the requester reads it without. */
    private volatile int missing;

    public World(Primitives primitives) {
        this.primitives = primitives;
        mutex = primitives.mutex();
    }

    /**
     * The state of the calling thread, which is detached: suspended, if the world is being stopped.
     *
     * @param slot where its waits and pauses are counted
     */
    public WorldThread join(WorkerSlot slot) {
        mutex.lock();
        WorldThread thread = new WorldThread(this, slot, primitives, requester == null ? DETACHED : SUSPENDED);
        threads.add(thread);
        mutex.unlock();
        return thread;
    }

    /** A detached thread ends: nobody waits for it any more. */
    void leave(WorldThread thread) {
        mutex.lock();
        threads.remove(thread);
        WorldThread waits = requester != null && !thread.suspended() ? hasStopped() : null;
        mutex.unlock();
        wake(waits);
    }

    /** An attached thread has been asked to stop: it is suspended, and waits for the world to start, if it is still being stopped. */
    void suspend(WorldThread thread) {
        mutex.lock();
        boolean asked = requester != null;
        WorldThread waits = null;
        if (asked) {
            thread.become(SUSPENDED);
            waits = hasStopped();
        }
        mutex.unlock();
        wake(waits);
        if (asked) {
            thread.awaitStart();
        }
    }

    /** One thread fewer to wait for; returns who waits, if it was the last. The mutex is held. */
    private WorldThread hasStopped() {
        missing--;
        return missing == 0 ? requester : null;
    }

    /** Wakes a thread that would have to wait for the mutex, were it still held. */
    private static void wake(WorldThread thread) {
        if (thread != null) {
            thread.wake();
        }
    }

    /**
     * Stops all other threads; whoever comes second is stopped first.
     *
     * @return since when they have been asked to stop, ns; now all are suspended
     */
    long stop(WorldThread by) {
        mutex.lock();
        while (requester != null) {
            mutex.unlock();
            suspend(by);
            mutex.lock();
        }
        requester = by;
        missing = threads.size() - 1;
        long began = primitives.nanos();
        askAll();
        mutex.unlock();
        while (missing > 0) {
            by.awaitOthers();
            if (missing > 0) {
                mutex.lock();
                askAll();
                mutex.unlock();
            }
        }
        by.othersHaveStopped();
        return began;
    }

    /** Suspends those that are detached, and asks those that are attached; the mutex is held. */
    private void askAll() {
        for (WorldThread thread : threads) {
            if (thread != requester) {
                if (thread.suspendDetached()) {
                    missing--;
                } else if (!thread.suspended()) {
                    thread.ask();
                }
            }
        }
    }

    /** Whether threads are still running that should have stopped. */
    boolean someMissing() {
        return missing > 0;
    }

    /** Lets all go on that were suspended. */
    void start(WorldThread by) {
        mutex.lock();
        requester = null;
        for (WorldThread thread : threads) {
            if (thread != by) {
                thread.become(DETACHED);
                thread.wake();
            }
        }
        mutex.unlock();
    }
}
