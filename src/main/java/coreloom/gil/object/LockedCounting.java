package coreloom.gil.object;

/** Counts under the object's own monitor. */
final class LockedCounting extends Counting {
    @Override
    void born(Counted object) {
        synchronized (object) {
            object.local = 1;
        }
    }

    @Override
    void increment(Counted object) {
        synchronized (object) {
            if (object.local != Counted.IMMORTAL) {
                object.local++;
            }
        }
    }

    @Override
    boolean decrement(Counted object) {
        synchronized (object) {
            return object.local != Counted.IMMORTAL && --object.local == 0;
        }
    }

    @Override
    boolean tryIncrement(Counted object) {
        synchronized (object) {
            boolean there = object.local > 0;
            if (there && object.local != Counted.IMMORTAL) {
                object.local++;
            }
            return there;
        }
    }

    @Override
    int references(Counted object) {
        synchronized (object) {
            return object.local;
        }
    }
}
