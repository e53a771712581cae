package coreloom.history;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;

/**
 * Packs the threads of an interval into a page and takes them out again. Shares are kept to a millionth, rates to a thousandth; whatever is drawn has been
 * packed before, so an old interval looks as it did when it was new. Allocates nothing once its table is as long as there are threads.
 */
final class ThreadPacking {
    private static final double UNITS = 1_000_000;
    private static final double RATE = 1_000;
    /** A sum of shares that differs less from 1 is 1. */
    private static final double SLACK = 2e-6;

    private static final int ON_CPU = 1;
    private static final int RUN_DELAY = 2;
    private static final int BLOCKED = 4;
    /** On-CPU, run delay and blocked make 1: the largest wait is what the others leave. */
    private static final int WHOLE = 8;
    private static final int CORE = 16;
    private static final int CARRIED = 32;
    private static final int WAITS_TOLD = 128;
    private static final int HANDOFFS = 256;
    private static final int RATE_OF_UNITS = 512;
    private static final int PERCENTILES = 1024;

    private final ThreadIndex index = new ThreadIndex();
    private final long[] waits = new long[WaitKind.COUNT];
    private ThreadPage indexed;

    /** Appends the threads of an interval to the page; returns where they lie in it. */
    int pack(ThreadShares threads, ThreadPage page) {
        if (page != indexed) {
            index.clear();
            indexed = page;
        }
        int offset = page.begin();
        page.put(threads.size());
        int before = -1;
        for (int row = 0; row < threads.size(); row++) {
            int identity = identity(threads, row, page, before + 1);
            page.put(zigzag(identity - before - 1));
            before = identity;
            row(threads, row, page);
        }
        return offset;
    }

    /** The page that was packed into last is about to hold other threads. */
    void forget() {
        indexed = null;
    }

    private int identity(ThreadShares threads, int row, ThreadPage page, int likely) {
        if (likely < page.identities() && page.is(likely, threads, row)) {
            return likely;
        }
        int hash = ThreadIndex.hash(threads.pid(row), threads.tid(row), threads.isWorker(row) ? threads.worker(row) : -1);
        for (int slot = index.first(hash); index.at(slot) >= 0; slot = index.after(slot)) {
            if (page.is(index.at(slot), threads, row)) {
                return index.at(slot);
            }
        }
        if (index.full()) {
            index.reset(page.identities() * 2);
            for (int each = 0; each < page.identities(); each++) {
                index.put(page.hash(each), each);
            }
        }
        index.put(hash, page.identities());
        return page.identify(threads, row);
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    private void row(ThreadShares threads, int row, ThreadPage page) {
        int flags = flags(threads, row);
        page.put(flags);
        page.put(threads.state(row));
        if ((flags & CORE) != 0) {
            page.put(threads.core(row));
        }
        long left = (long) UNITS;
        if ((flags & ON_CPU) != 0) {
            left -= put(page, threads.onCpu(row), UNITS);
        }
        if ((flags & RUN_DELAY) != 0) {
            left -= put(page, threads.runDelay(row), UNITS);
        }
        if ((flags & BLOCKED) != 0) {
            blocked(threads, row, page, (flags & WHOLE) != 0, left);
        }
        if ((flags & HANDOFFS) != 0) {
            put(page, threads.handoffsPerSecond(row), RATE);
        }
        if ((flags & RATE_OF_UNITS) != 0) {
            put(page, threads.unitsPerSecond(row), RATE);
        }
        if ((flags & PERCENTILES) != 0) {
            page.put(WaitBuckets.of(threads.p50Nanos(row)));
            page.put(WaitBuckets.of(threads.p99Nanos(row)));
        }
    }

    private static long put(ThreadPage page, float value, double units) {
        long whole = Math.max(0, Math.round(value * units));
        page.put(whole);
        return whole;
    }

    private static int flags(ThreadShares threads, int row) {
        boolean blocked = !Float.isNaN(threads.blocked(row, WaitKind.OTHER));
        double sum = (double) threads.onCpu(row) + threads.runDelay(row);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            sum += threads.blocked(row, WaitKind.of(kind));
        }
        return flag(!Float.isNaN(threads.onCpu(row)), ON_CPU) | flag(!Float.isNaN(threads.runDelay(row)), RUN_DELAY)
                | flag(blocked, BLOCKED) | flag(Math.abs(sum - 1) < SLACK, WHOLE) | flag(threads.knowsCore(row), CORE)
                | flag(threads.isCarried(row), CARRIED) | flag(threads.tellsWaits(row), WAITS_TOLD)
                | flag(!Float.isNaN(threads.handoffsPerSecond(row)), HANDOFFS)
                | flag(!Float.isNaN(threads.unitsPerSecond(row)), RATE_OF_UNITS) | flag(threads.hasWaits(row), PERCENTILES);
    }

    private static int flag(boolean set, int flag) {
        return set ? flag : 0;
    }

    /** First which kinds there are: the largest, and a bit for each other one. */
    private void blocked(ThreadShares threads, int row, ThreadPage page, boolean whole, long left) {
        int largest = 0;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            waits[kind] = Math.max(0, Math.round(threads.blocked(row, WaitKind.of(kind)) * UNITS));
            largest = waits[kind] > waits[largest] ? kind : largest;
        }
        int others = 0;
        long sum = 0;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            if (kind != largest && waits[kind] > 0) {
                others |= 1 << kind;
                sum += waits[kind];
            }
        }
        // Rounding may leave nothing for the largest: then it is told like the others.
        boolean told = !whole || left - sum < 0;
        page.put(((long) others * WaitKind.COUNT + largest) * 2 + (told ? 1 : 0));
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            if ((others & 1 << kind) != 0) {
                page.put(waits[kind]);
            }
        }
        if (told) {
            page.put(waits[largest]);
        }
    }

    /** Fills in the threads that lie there in the page. */
    static void unpack(ThreadPage page, int offset, ThreadShares into) {
        into.clear();
        page.seek(offset);
        int rows = (int) page.next();
        int identity = -1;
        for (int i = 0; i < rows; i++) {
            identity += 1 + (int) unzigzag(page.next());
            unpackRow(page, into, page.addTo(into, identity));
        }
    }

    private static void unpackRow(ThreadPage page, ThreadShares into, int row) {
        int flags = (int) page.next();
        char state = (char) page.next();
        into.state(row, state, (flags & CORE) != 0 ? (int) page.next() : -1);
        long left = (long) UNITS;
        if ((flags & ON_CPU) != 0) {
            long units = page.next();
            left -= units;
            into.onCpu(row, (float) (units / UNITS));
        }
        if ((flags & RUN_DELAY) != 0) {
            long units = page.next();
            left -= units;
            into.runDelay(row, (float) (units / UNITS));
        }
        if ((flags & BLOCKED) != 0) {
            unpackBlocked(page, into, row, left);
        }
        unpackReport(page, into, row, flags);
    }

    private static void unpackBlocked(ThreadPage page, ThreadShares into, int row, long left) {
        long code = page.next();
        int largest = (int) (code / 2 % WaitKind.COUNT);
        long others = code / 2 / WaitKind.COUNT;
        long rest = left;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            long units = (others & 1L << kind) != 0 ? page.next() : 0;
            rest -= units;
            into.blocked(row, WaitKind.of(kind), (float) (units / UNITS));
        }
        into.blocked(row, WaitKind.of(largest), (float) (((code & 1) != 0 ? page.next() : rest) / UNITS));
    }

    private static void unpackReport(ThreadPage page, ThreadShares into, int row, int flags) {
        if ((flags & CARRIED) != 0) {
            into.carried(row);
        }
        if ((flags & WAITS_TOLD) != 0) {
            into.waitsTold(row);
        }
        if ((flags & HANDOFFS) != 0) {
            into.handoffs(row, (float) (page.next() / RATE));
        }
        if ((flags & RATE_OF_UNITS) != 0) {
            into.units(row, (float) (page.next() / RATE));
        }
        if ((flags & PERCENTILES) != 0) {
            long p50 = WaitBuckets.middleNanos((int) page.next());
            into.percentiles(row, p50, WaitBuckets.middleNanos((int) page.next()));
        }
    }
}
