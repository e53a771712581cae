package coreloom.history;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Neighbouring intervals of like span, the oldest first, and the pages that hold their threads. What it holds goes out as it came in, oldest first. */
final class IntervalLevel {
    private final PageStock stock;
    private final ThreadPacking packing = new ThreadPacking();
    private final ArrayDeque<ThreadPage> pages = new ArrayDeque<>();
    private Interval[] row = new Interval[16];
    private int first;
    private int size;
    /** What an interval took lately. */
    private int longest;
    private long objectBytes;
    private long pageBytes;

    IntervalLevel(PageStock stock) {
        this.stock = stock;
    }

    int size() {
        return size;
    }

    /** Bytes of the intervals, and of all pages. */
    long bytes() {
        return objectBytes + pageBytes + (long) Long.BYTES * row.length;
    }

    /** The interval in that place, the oldest in 0. */
    Interval get(int place) {
        return row[first + place & row.length - 1];
    }

    /** The interval that stands for that number; it must be there. */
    Interval find(long number) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return get(low);
    }

    /** Appends an interval with these threads. */
    void add(Interval interval, ThreadShares threads) {
        ThreadPage page = pages.isEmpty() ? null : pages.peekLast();
        int needed = Math.max(threads.size() * PageStock.USUAL_ROW_BYTES, longest + longest / 8);
        if (page == null || page.room() < needed) {
            page = stock.take(needed);
            packing.forget();
            pages.add(page);
            pageBytes += page.size();
        }
        pageBytes -= page.size();
        int room = page.room();
        interval.threadsAt(page, packing.pack(threads, page));
        longest = Math.max(longest - longest / 16, room - page.room());
        pageBytes += page.size();
        if (size == row.length) {
            grow();
        }
        row[first + size++ & row.length - 1] = interval;
        objectBytes += interval.objectBytes();
    }

    private void grow() {
        Interval[] longer = Arrays.copyOf(row, row.length * 2);
        for (int place = 0; place < size; place++) {
            longer[place] = get(place);
        }
        row = longer;
        first = 0;
    }

    /** Takes the oldest interval out, with nothing of its threads left. */
    Interval removeOldest() {
        Interval oldest = get(0);
        row[first] = null;
        first = first + 1 & row.length - 1;
        size--;
        objectBytes -= oldest.objectBytes();
        if (pages.peekFirst().release()) {
            ThreadPage empty = pages.removeFirst();
            pageBytes -= empty.size();
            stock.giveBack(empty);
        }
        return oldest;
    }
}
