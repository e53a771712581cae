package coreloom.gil.object;

/** Counts by atomic additions. */
final class AtomicCounting extends Counting {
    @Override
    void born(Counted object) {
        object.local = 0;
        object.shared = 1;
    }

    @Override
    void increment(Counted object) {
        if (object.local != Counted.IMMORTAL) {
            Counted.SHARED.getAndAdd(object, 1);
        }
    }

    @Override
    boolean decrement(Counted object) {
        return object.local != Counted.IMMORTAL && (int) Counted.SHARED.getAndAdd(object, -1) == 1;
    }

    @Override
    boolean tryIncrement(Counted object) {
        if (object.local == Counted.IMMORTAL) {
            return true;
        }
        int seen = object.shared;
        while (seen > 0 && !Counted.SHARED.compareAndSet(object, seen, seen + 1)) {
            seen = object.shared;
        }
        return seen > 0;
    }

    @Override
    int references(Counted object) {
        return object.shared;
    }
}
