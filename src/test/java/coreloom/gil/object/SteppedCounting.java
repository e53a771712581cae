package coreloom.gil.object;

import java.util.function.Consumer;

/** Biased counting with a point before every access that other threads may come between. */
public final class SteppedCounting {
    private final BiasedCounting counting;

    /**
     * @param point      told what comes next
     * @param atomically whether a replacement looks at what it replaces; a thread that does not is a mutant
     */
    public SteppedCounting(Consumer<String> point, boolean atomically) {
        counting = new BiasedCounting() {
            @Override
            BiasedCounting ownerOf(Counted object) {
                point.accept("reads the owner");
                return super.ownerOf(object);
            }

            @Override
            void disown(Counted object) {
                point.accept("clears the owner");
                super.disown(object);
            }

            @Override
            int shared(Counted object) {
                point.accept("reads the shared count");
                return super.shared(object);
            }

            @Override
            boolean replaced(Counted object, int seen, int after) {
                point.accept("replaces " + seen + " by " + after);
                if (atomically) {
                    return super.replaced(object, seen, after);
                }
                object.shared = after;
                return true;
            }

            @Override
            Counted newestQueued() {
                point.accept("looks at the queue");
                return super.newestQueued();
            }

            @Override
            boolean queueReplaced(Counted seen, Counted after) {
                point.accept(after == null ? "takes the queue" : "queues or closes");
                return super.queueReplaced(seen, after);
            }
        };
    }

    Counting counting() {
        return counting;
    }

    /** A new object, to which this thread has the only reference. */
    public Counted object() {
        Counted object = new PlainObject();
        counting.born(object);
        return object;
    }

    /** One reference more. */
    public void increment(Counted object) {
        counting.increment(object);
    }

    /** One reference less; whether the caller frees the object. */
    public boolean decrement(Counted object) {
        return counting.decrement(object);
    }

    /** Merges what others left; how many of them the caller frees. */
    public int merge() {
        int freed = 0;
        while (counting.asked()) {
            for (Counted gone = counting.mergeQueued(); gone != null; gone = counting.mergeQueued()) {
                freed++;
            }
        }
        return freed;
    }

    /** Merges what others left and counts no more; how many of them the caller frees. */
    public int end() {
        int freed;
        for (freed = merge(); !counting.end(); freed += merge()) {
            // others have left more
        }
        return freed;
    }
}
