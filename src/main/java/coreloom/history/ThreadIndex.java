package coreloom.history;

import java.util.Arrays;

/** Finds numbers of threads by who they are: an open table of hashes, used again and again. */
final class ThreadIndex {
    private static final int EMPTY = -1;

    private int[] slots = new int[256];
    private int size;

    ThreadIndex() {
        clear();
    }

    static int hash(int pid, int tid, int worker) {
        int mixed = (pid * 31 + tid) * 31 + worker;
        mixed *= 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }

    void clear() {
        Arrays.fill(slots, EMPTY);
        size = 0;
    }

    /** Makes room for that many without growing on the way; forgets all. */
    void reset(int expected) {
        if (slots.length < expected * 2) {
            slots = new int[Integer.highestOneBit(Math.max(256, expected * 2)) * 2];
        }
        clear();
    }

    /** Whether another one may be put in. */
    boolean full() {
        return size * 2 >= slots.length;
    }

    void put(int hash, int number) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != EMPTY) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number;
        size++;
    }

    /** Where to look first for what has that hash. */
    int first(int hash) {
        return hash & slots.length - 1;
    }

    /** Where to look next. */
    int after(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /** What lies there; negative for nothing, and then there is no further place to look. */
    int at(int slot) {
        return slots[slot];
    }
}
