package coreloom.gil.object;

import coreloom.gil.Primitives;
import coreloom.gil.Uncounted;
import java.util.function.Consumer;

/** A thread at a heap without interpreter lock, with a point before every access that other threads may come between. */
public final class SteppedObjects {
    private final UnguardedObjectThread thread;

    /** What some of them share: their heap, and the lock of every list, as the model has it. */
    public static final class Shared {
        private final WorldCollector collector = new WorldCollector(Integer.MAX_VALUE, () -> 0);
        private final Primitives.Mutex mutex;

        public Shared(Primitives primitives) {
            mutex = primitives.mutex();
        }
    }

    /**
     * @param point told what comes next
     * @param looks whether the thread looks again, after reading, at what it has read; one that does not is a mutant
     */
    public SteppedObjects(Shared shared, Consumer<String> point, boolean looks) {
        thread = new UnguardedObjectThread(new SteppedCounting(point, true).counting(), new Uncounted(), shared.collector) {
            @Override
            Counted glimpse(ListObject list, int index) {
                point.accept("reads a place");
                return super.glimpse(list, index);
            }

            @Override
            boolean unchanged(ListObject list, int stamp) {
                point.accept("looks whether the list has changed");
                return !looks || super.unchanged(list, stamp);
            }

            @Override
            void lock(ListObject list) {
                shared.mutex.lock();
                super.lock(list);
            }

            @Override
            void unlock(ListObject list) {
                super.unlock(list);
                shared.mutex.unlock();
            }
        };
    }

    /** The thread itself. */
    public ObjectThread thread() {
        return thread;
    }

    /** How many references there are to an object. */
    public int references(Counted object) {
        return thread.counting().references(object);
    }
}
