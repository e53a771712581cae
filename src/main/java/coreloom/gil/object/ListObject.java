package coreloom.gil.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A list of whole numbers and references. Element i is the number {@code numbers[i]} where {@code objects[i]} is null, so that numbers need no
 * object of their own. It is a container: linked into a generation of the {@link Collector}, or noted in a {@link ThreadHeap}.
 *
 * <p>Where threads use it at the same time, whoever changes it holds its lock, and whoever reads it does so between two equal stamps:
 *
 * <pre>
 *   stamp   changes × 4 + 2, if somebody sleeps until it is unlocked + 1, if it is locked
 * </pre>
 *
 * As CPython's {@code PyMutex}: tried, then looked at again some times, then slept for. Nothing is done under it that could stop or block.
 */
public final class ListObject extends Counted {
    private static final int SMALL = 64;
    private static final int FIRST_ROOM = 4;
    private static final int LOCKED = 1;
    private static final int AWAITED = 2;
    private static final int CHANGE = 4;
    /** CPython's MAX_SPIN_COUNT. */
    private static final int LOOKS = 40;
    private static final VarHandle STAMP = stampHandle();

    /** Neighbours in a generation; null when in none. */
    ListObject previous;
    ListObject next;
    /** Where it goes when it is freed, and its place there while it is in use; null where threads take turns. */
    ThreadHeap home;
    int place;
    /** The collector's: references that do not come from the objects it looks at. */
    int fromOutside;
    /** The collector's: not yet found to be reachable. */
    boolean suspected;
    private volatile int stamp;
    private long[] numbers = new long[FIRST_ROOM];
    private Counted[] objects = new Counted[FIRST_ROOM];
    private int size;

    ListObject() {}

    @Override
    public String type() {
        return "list";
    }

    @Override
    public boolean truth() {
        return size != 0;
    }

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** The number at that place; without meaning where {@link #object} is not null. */
    public long number(int index) {
        return numbers[index];
    }

    /** The object at that place, or null where there is a number. */
    public Counted object(int index) {
        return objects[index];
    }

    /** Adds an element; a reference goes over to the list, uncounted. */
    public void append(long number, Counted object) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            objects = Arrays.copyOf(objects, 2 * size);
        }
        numbers[size] = number;
        objects[size] = object;
        size++;
    }

    /**
     * Puts an element in place of another; a reference goes over to the list, uncounted.
     *
     * @return the object that was there, whose reference goes over to the caller; null for a number
     */
    public Counted set(int index, long number, Counted object) {
        Counted before = objects[index];
        numbers[index] = number;
        objects[index] = object;
        return before;
    }

    /** Takes the last element off: its object, whose reference goes over to the caller; null for a number. */
    Counted removeLast() {
        size--;
        Counted last = objects[size];
        objects[size] = null;
        return last;
    }

    /** Whether it takes so little room that it is worth keeping when freed. */
    boolean small() {
        return numbers.length <= SMALL;
    }

    /** Gives room back that it has no more use for, being empty. */
    void shrink() {
        if (!small()) {
            numbers = new long[FIRST_ROOM];
            objects = new Counted[FIRST_ROOM];
        }
    }

    /** Takes its lock. */
    void lock() {
        int seen = stamp;
        if ((seen & LOCKED) != 0 || !STAMP.compareAndSet(this, seen, seen | LOCKED)) {
            lockAwaiting();
        }
        VarHandle.storeStoreFence();
    }

    private void lockAwaiting() {
        for (int looks = 0; ; looks++) {
            int seen = stamp;
            if ((seen & LOCKED) == 0) {
                if (STAMP.compareAndSet(this, seen, seen | LOCKED)) {
                    return;
                }
            } else if (looks < LOOKS) {
                Thread.yield();
            } else {
                awaitUnlock(seen);
            }
        }
    }

    private synchronized void awaitUnlock(int seen) {
        if (STAMP.compareAndSet(this, seen, seen | AWAITED)) {
            try {
                wait();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException("a thread was interrupted that waits for a list", unexpected);
            }
        }
    }

    /** Lets its lock go, with a new stamp. */
    void unlock() {
        int before = (int) STAMP.getAndSet(this, (stamp & ~(LOCKED | AWAITED)) + CHANGE);
        if ((before & AWAITED) != 0) {
            wakeAll();
        }
    }

    private synchronized void wakeAll() {
        notifyAll();
    }

    /** What must be the same before and after reading it without its lock; {@link #readable} says whether one may begin. */
    int stamp() {
        return stamp;
    }

    static boolean readable(int stamp) {
        return (stamp & LOCKED) == 0;
    }

    /** Whether nothing has been changed since that stamp; what was read before this call is what there was then. */
    boolean unchanged(int since) {
        VarHandle.acquireFence();
        return ((stamp ^ since) & ~AWAITED) == 0;
    }

    /** The object at that place, read while others may be changing the list; null also where the place is not there yet. */
    Counted glimpse(int index) {
        Counted[] now = objects;
        return index < now.length ? now[index] : null;
    }

    /** The number at that place, read while others may be changing the list. */
    long glimpseNumber(int index) {
        long[] now = numbers;
        return index < now.length ? now[index] : 0;
    }

    private static VarHandle stampHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(ListObject.class, "stamp", int.class);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
