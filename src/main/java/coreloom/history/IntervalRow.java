package coreloom.history;

/**
 * All intervals of a session within a bound of memory: the newest one by one; older ones merged, two into one from level to level, and never dropped.
 *
 * <pre>
 *   eldest      level 8    …   level 2       level 1          level 0
 *   ┌─────────┐ ┌───┬───┐     ┌──┬──┬──┐    ┌─┬─┬─┬─┐   ┌┬┬┬┬┬┬┬┬┬┬┬┬┬┬┬┬┬┬┐
 *   all before   256 each      4 each        2 each      as they were derived
 * </pre>
 *
 * Two intervals move up when there is no room left, of merged ones when their level has used its part of the bytes. An interval keeps its number; a merged one stands for all numbers from
 * {@link Interval#first} to {@link Interval#number}. Used under the lock of the history.
 */
final class IntervalRow {
    private static final int LEVELS = 9;
    /** Of the bytes, what the merged levels may have all together. */
    private static final double MERGED_PART = 0.15;
    /** Into so many pages at least a level is divided. */
    private static final int PAGES = 12;

    private final IntervalLevel[] levels = new IntervalLevel[LEVELS];
    private final PageStock stock;
    private final PageStock mergedStock;
    private final long mostBytes;
    private final long mergedBytes;
    private final IntervalMerge merge = new IntervalMerge();
    private final UnpackedThreads unpacked = new UnpackedThreads();
    private Interval eldest;
    private ThreadPage eldestPage;
    private Interval spare;
    private long count;

    /** @param bytes that all it holds may take */
    IntervalRow(long bytes) {
        mergedBytes = (long) (bytes * MERGED_PART / LEVELS);
        stock = new PageStock(bytes / PAGES);
        mergedStock = new PageStock(mergedBytes / PAGES);
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = new IntervalLevel(level == 0 ? stock : mergedStock);
        }
        mostBytes = bytes;
    }

    /** An interval to fill in and {@link #add}. */
    Interval fresh() {
        Interval interval = spare == null ? new Interval(unpacked) : spare;
        spare = null;
        return interval;
    }

    /** Takes the next interval in. */
    void add(Interval interval, ThreadShares threads) {
        levels[0].add(interval, threads);
        count = interval.number() + 1;
        while (levels[0].size() > 2 && bytes() > mostBytes) {
            moveUp(0);
            for (int level = 1; level < LEVELS; level++) {
                while (levels[level].size() > 2 && levels[level].bytes() > mergedBytes) {
                    moveUp(level);
                }
            }
        }
    }

    private void moveUp(int level) {
        Interval older = levels[level].get(0);
        if (level + 1 < LEVELS) {
            Interval newer = levels[level].get(1);
            Interval merged = new Interval(unpacked);
            levels[level + 1].add(merged, merge.merge(older, newer, merged));
            drop(levels[level].removeOldest());
            drop(levels[level].removeOldest());
        } else {
            intoEldest(older);
            drop(levels[level].removeOldest());
        }
    }

    private void intoEldest(Interval newer) {
        Interval merged = new Interval(unpacked);
        ThreadShares threads = eldest == null ? merge.copy(newer, merged) : merge.merge(eldest, newer, merged);
        ThreadPage page = new ThreadPage(threads.size() * PageStock.USUAL_ROW_BYTES);
        merged.threadsAt(page, new ThreadPacking().pack(threads, page));
        eldest = merged;
        eldestPage = page;
    }

    private void drop(Interval interval) {
        unpacked.forget(interval);
        interval.clear();
        spare = interval;
    }

    /** Number of intervals so far. */
    long count() {
        return count;
    }

    /** The interval that stands for that number. */
    Interval get(long number) {
        for (int level = 0; level < LEVELS; level++) {
            if (levels[level].size() > 0 && levels[level].get(0).first() <= number) {
                return levels[level].find(number);
            }
        }
        return eldest;
    }

    /** Bytes of all that is held: arrays to the byte, objects by what they usually take. */
    long bytes() {
        long sum = stock.bytes() + mergedStock.bytes() + (eldest == null ? 0 : eldest.objectBytes() + eldestPage.size());
        for (IntervalLevel level : levels) {
            sum += level.bytes();
        }
        return sum;
    }
}
