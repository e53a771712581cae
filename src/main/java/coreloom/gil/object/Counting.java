package coreloom.gil.object;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How one thread counts references. All threads that may see an object count in the same way; a heap says which. There is one loaded kind of
 * it in a process, so that the compiler may build it into the interpreter's loop.
 */
public abstract class Counting {
    Counting() {}

    /** The ways there are: what the interpreter lock saves is the difference between the first and the others. */
    public enum Way {
        /** An addition to a field: right only while one thread at a time runs, as under the interpreter lock. */
        PLAIN {
            @Override
            Counting forThread() {
                return new PlainCounting();
            }
        },
        /** An addition under a lock of the object's own. */
        LOCKED {
            @Override
            Counting forThread() {
                return new LockedCounting();
            }
        },
        /** An atomic addition. */
        ATOMIC {
            @Override
            Counting forThread() {
                return new AtomicCounting();
            }
        },
        /** A plain addition by the thread that made the object, an atomic one by the others (PEP 703). */
        BIASED {
            @Override
            Counting forThread() {
                return new BiasedCounting();
            }
        };

        /** Its word in profiles and on command lines. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words of all. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Way::word).toList();
        }

        /** The way of a thread that begins. */
        abstract Counting forThread();
    }

    /** The object has been made by this thread, which has the only reference to it. */
    abstract void born(Counted object);

    /** One reference more. */
    abstract void increment(Counted object);

    /**
     * One reference less.
     *
     * @return whether it was the last one: the caller frees the object
     */
    abstract boolean decrement(Counted object);

    /**
     * One reference more to an object that has been read from a place that others may change meanwhile, if it has not been freed for all that
     * can be seen. Whoever has it must look at the place again.
     *
     * @return whether it has the reference; if not, the object may be there all the same, and {@link #keepFound} will tell
     */
    abstract boolean tryIncrement(Counted object);

    /** One reference more to an object that is in a place that others read; it is there, as that place cannot change now. */
    void keepFound(Counted object) {
        increment(object);
    }

    /** References there are; exact only while nobody counts. */
    abstract int references(Counted object);

    /** One reference more, on behalf of nobody in particular: any thread may take it off again. Nobody else counts. */
    void keepForAll(Counted object) {
        increment(object);
    }

    /** Whether others have left objects to be merged by this thread. */
    boolean asked() {
        return false;
    }

    /** Takes one of those objects that has no reference left after merging; null when there is none. The caller frees it. */
    Counted mergeQueued() {
        return null;
    }

    /** The thread ends, and counts no more after this; whether it may: not while others have left objects to be merged. */
    boolean end() {
        return true;
    }
}
