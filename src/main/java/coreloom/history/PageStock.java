package coreloom.history;

import java.util.ArrayDeque;

/** Pages that hold nothing at the moment. The first ones are short, so that a short run takes little memory. */
final class PageStock {
    /** A page is long enough for an interval when it has so much room for each thread; the rare row that is longer makes it grow. */
    static final int USUAL_ROW_BYTES = 16;

    private static final int FIRST_PAGE = 1 << 14;
    private static final int LONGEST_PAGE = 1 << 19;
    private static final int MAX_SPARES = 8;

    private final int longest;
    private final ArrayDeque<ThreadPage> spares = new ArrayDeque<>();
    private int next = FIRST_PAGE;

    /** @param longest bytes that the longest page may have */
    PageStock(long longest) {
        this.longest = (int) Math.min(LONGEST_PAGE, longest);
    }

    /** A page without intervals, long enough for so many bytes. */
    ThreadPage take(int atLeast) {
        ThreadPage page = spares.poll();
        if (page == null || page.room() < atLeast) {
            page = new ThreadPage(Math.max(atLeast, Math.min(next, longest)));
            next = Math.min(next, LONGEST_PAGE / 2) * 2;
        }
        return page;
    }

    /** Keeps it for the next one who asks; few are enough, and they count. */
    void giveBack(ThreadPage page) {
        page.clear();
        if (spares.size() < MAX_SPARES) {
            spares.add(page);
        }
    }

    /** Bytes of what is kept here. */
    long bytes() {
        return spares.stream().mapToLong(ThreadPage::size).sum();
    }
}
