package coreloom.gil.object;

/** Counts by plain additions: every reader and writer holds the interpreter lock, or no other thread sees the objects. */
final class PlainCounting extends Counting {
    @Override
    void born(Counted object) {
        object.local = 1;
    }

    @Override
    void increment(Counted object) {
        if (object.local != Counted.IMMORTAL) {
            object.local++;
        }
    }

    @Override
    boolean decrement(Counted object) {
        return object.local != Counted.IMMORTAL && --object.local == 0;
    }

    @Override
    boolean tryIncrement(Counted object) {
        increment(object);
        return true;
    }

    @Override
    int references(Counted object) {
        return object.local;
    }
}
