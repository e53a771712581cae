package coreloom.workload.worker;

import coreloom.gil.Primitives;

/**
 * Where one thread waits for what others bring: a condition without a condition. Its owner looks, waits, and looks again; whoever brings
 * something rings afterwards, and no ring is lost.
 */
final class Bell {
    private final Primitives primitives;
    private volatile Primitives.Parker owner;

    Bell(Primitives primitives) {
        this.primitives = primitives;
    }

    /** The calling thread is the one that waits here from now on. It has not looked yet. */
    void own() {
        owner = primitives.parker();
    }

    /** Waits for a ring since the last wait, or for nothing at all. */
    void await() {
        owner.park();
    }

    void ring() {
        Primitives.Parker waiting = owner;
        if (waiting != null) {
            waiting.unpark();
        }
    }
}
