package coreloom.gil.object;

import java.util.Arrays;

/**
 * A list of whole numbers and references. Element i is the number {@code numbers[i]} where {@code objects[i]} is null, so that numbers need no
 * object of their own. It is a container: linked into a generation of the {@link Collector}.
 */
public final class ListObject extends Counted {
    private static final int SMALL = 64;

    /** Neighbours in a generation; null when in none. */
    ListObject previous;
    ListObject next;
    /** The collector's: references that do not come from the objects it looks at. */
    int fromOutside;
    /** The collector's: not yet found to be reachable. */
    boolean suspected;
    private long[] numbers = new long[4];
    private Counted[] objects = new Counted[4];
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
}
