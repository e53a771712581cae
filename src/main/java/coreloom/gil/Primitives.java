package coreloom.gil;

/**
 * All that the interpreter lock, and a world without one, need of the machine below them: exclusion, sleep, time and one atomic number.
 * Everything in this room that could wait, waits through here, so that a test can run the lock itself one step at a time, in any order.
 */
public interface Primitives {
    /** A new mutex, held by nobody. */
    Mutex mutex();

    /** The place where the calling thread sleeps. */
    Parker parker();

    /** A new number that threads change without exclusion. */
    Word word(int value);

    /** Monotonic time, ns. */
    long nanos();

    /**
     * How long a thread that goes to sleep is still on its way, ns: until then it sees that it need not sleep. 0 where there is no such way.
     */
    default long onsetNanos() {
        return 0;
    }

    /** How long it takes at least to wake a thread, for the one that does it, ns. */
    default long wakeNanos() {
        return 0;
    }

    /** A short-held exclusive section; unfair, not re-entered. All that was written under it is seen by the next to hold it. */
    interface Mutex {
        void lock();

        void unlock();
    }

    /**
     * One thread's place to sleep. A wake-up that comes before the sleep is remembered, but only one, and a sleep may end for no reason, or
     * its wake-up be lost while the thread waits for a {@link Mutex}: whoever sleeps looks first and looks again.
     */
    interface Parker {
        /** Sleeps until woken; only the thread that owns the place calls it. */
        void park();

        /** Sleeps until woken or until that many ns have passed. */
        void park(long nanos);

        /** Wakes the owner, or keeps its next sleep from happening. */
        void unpark();
    }

    /** A number of which every thread sees the newest value, and with it all that was written before. */
    interface Word {
        int get();

        void set(int value);

        /** Sets it, if it still is what was expected; whether it was. */
        boolean replace(int expected, int value);
    }
}
