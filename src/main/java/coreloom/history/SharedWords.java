package coreloom.history;

import coreloom.snapshot.LockSign;
import java.util.Arrays;

/**
 * The words at which threads of a lane were found waiting as for locks at one snapshot, and at which of them several were. Allocates nothing once it has
 * held as many.
 */
final class SharedWords {
    private static final long LIVELY = 1;
    private static final long TOLD = 2;
    /** Such words lie at multiples of four. */
    private static final long PLACE = ~3L;

    private long[] words = new long[0];
    private int size;
    private int contended;
    private int contendedAndTold;
    private boolean turns;

    void clear() {
        size = 0;
        contended = 0;
        contendedAndTold = 0;
        turns = false;
    }

    /** A thread waits there, having waited all the time or being lively. One that waits at no known word, or at a condition, is of no account. */
    void add(int pid, long address, LockSign sign, boolean lively) {
        if (address == 0 || sign == LockSign.CONDITION) {
            return;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, Math.max(16, size * 2));
        }
        // One number for both; that two words share one is as likely as a lottery's first prize.
        long word = address + pid * 0x9E3779B97F4A7C15L;
        words[size++] = word & PLACE | (lively ? LIVELY : 0) | (sign == LockSign.LOCK ? TOLD : 0);
    }

    /** Compares them, after all were added. */
    void settle() {
        Arrays.sort(words, 0, size);
        int end;
        for (int first = 0; first < size; first = end) {
            long flags = 0;
            int resting = 0;
            int told = 0;
            for (end = first; end < size && (words[end] & PLACE) == (words[first] & PLACE); end++) {
                flags |= words[end] & ~PLACE;
                resting += (words[end] & LIVELY) == 0 ? 1 : 0;
                told += (words[end] & ~PLACE) == TOLD ? 1 : 0;
            }
            boolean shared = end > first + 1;
            turns |= shared && (flags & LIVELY) != 0;
            contended += shared && flags != 0 ? resting : 0;
            contendedAndTold += shared ? told : 0;
        }
    }

    /** Of the threads that waited all the time, how many did so for a lock beside others: it is told to be one, or one of the others had a turn. */
    int contended() {
        return contended;
    }

    /** Of these, how many are told to wait for a lock. */
    int contendedAndTold() {
        return contendedAndTold;
    }

    /** Whether several were found at one word, of which one at least is lively. */
    boolean turns() {
        return turns;
    }
}
