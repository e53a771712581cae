package coreloom.history;

import coreloom.snapshot.Marker;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one interval of two neighbours. Times add up, so that shares are weighed by the lengths of the two; what was known in neither stays unknown. Lanes and
 * findings are those of its end, because they count from the beginning of each lane. Percentiles cannot be had from percentiles: they are unknown.
 */
final class IntervalMerge {
    /** So many threads that ended before the last part keep their rows; how many others there were is counted. */
    private static final int MAX_ENDED = 256;

    private final ThreadShares threads = new ThreadShares();
    private final ThreadIndex index = new ThreadIndex();
    private boolean[] lives = new boolean[0];
    private double before;
    private double after;

    /** Fills in all but the threads, and returns those, until the next call. */
    ThreadShares merge(Interval older, Interval newer, Interval into) {
        double whole = (double) older.nanos() + newer.nanos();
        before = older.nanos() / whole;
        after = newer.nanos() / whole;
        into.stamp(newer.number(), older.nanos() + newer.nanos(), newer.endNanos(), newer.endEpochMillis());
        into.first(older.first());
        into.entered(newer.entered());
        into.cores().merge(older.cores(), before, newer.cores(), after);
        into.run(newer.profile(), newer.lanes(), newer.findings());
        into.budgets(budgets(older, newer));
        into.own(new Interval.OwnShare(older.own().cores() * before + newer.own().cores() * after,
                older.own().terminalBytesPerSecond() * before + newer.own().terminalBytesPerSecond() * after, newer.own().reading()));
        into.markers(markers(older.markers(), newer.markers()));
        int ended = merge(older.threads(), newer.threads());
        int kept = keepEnded(older.threads(), MAX_ENDED - newer.endedThreads());
        into.ended(newer.endedThreads() + kept, older.threadsLeftOut() + newer.threadsLeftOut() + ended - kept);
        into.freshLanes(Math.min(older.freshLanes(), newer.lanes().size()));
        return threads;
    }

    /** The same for an interval that has no neighbour yet. */
    ThreadShares copy(Interval only, Interval into) {
        into.stamp(only.number(), only.nanos(), only.endNanos(), only.endEpochMillis());
        into.first(only.first());
        into.entered(only.entered());
        into.cores().merge(only.cores(), 0, only.cores(), 1);
        into.run(only.profile(), only.lanes(), only.findings());
        into.budgets(only.budgets());
        into.own(only.own());
        into.markers(only.markers());
        into.ended(only.endedThreads(), only.threadsLeftOut());
        into.freshLanes(only.freshLanes());
        return only.threads();
    }

    private static List<Marker> markers(List<Marker> older, List<Marker> newer) {
        if (older.isEmpty() || newer.isEmpty()) {
            return older.isEmpty() ? newer : older;
        }
        List<Marker> all = new ArrayList<>(older);
        all.addAll(newer);
        return List.copyOf(all);
    }

    private static Budgets budgets(Interval older, Interval newer) {
        List<IdleBudget> lanes = new ArrayList<>(newer.budgets().lanes().size());
        for (int i = 0; i < newer.budgets().lanes().size(); i++) {
            int same = i < newer.lanes().size() ? place(older.lanes(), newer.lanes().get(i).lane().id()) : -1;
            IdleBudget other = same >= 0 && same < older.budgets().lanes().size() ? older.budgets().lanes().get(same) : IdleBudget.NONE;
            lanes.add(other.plus(newer.budgets().lanes().get(i)));
        }
        return new Budgets(lanes, older.budgets().machine().plus(newer.budgets().machine()), newer.budgets().machineAll());
    }

    private static int place(List<LaneSummary> lanes, int id) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).lane().id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** Returns how many threads of the older have ended before the newer. */
    private int merge(ThreadShares older, ThreadShares newer) {
        lives = lives.length < older.size() ? new boolean[older.size() * 2] : lives;
        index.reset(older.size());
        for (int row = 0; row < older.size(); row++) {
            lives[row] = false;
            index.put(hash(older, row), row);
        }
        int found = 0;
        threads.clear();
        for (int row = 0; row < newer.size(); row++) {
            int same = find(older, newer, row);
            int at = threads.addLike(newer, row);
            threads.addTimes(at, newer, row, after);
            if (same >= 0) {
                lives[same] = true;
                found++;
                threads.addTimes(at, older, same, before);
            }
        }
        return older.size() - found;
    }

    /** Appends rows for at most so many of the threads that have ended; returns for how many. */
    private int keepEnded(ThreadShares older, int atMost) {
        int kept = 0;
        for (int row = 0; row < older.size() && kept < atMost; row++) {
            if (!lives[row]) {
                threads.addTimes(threads.addLike(older, row), older, row, before);
                kept++;
            }
        }
        return kept;
    }

    private int find(ThreadShares older, ThreadShares newer, int row) {
        for (int slot = index.first(hash(newer, row)); index.at(slot) >= 0; slot = index.after(slot)) {
            if (same(older, index.at(slot), newer, row)) {
                return index.at(slot);
            }
        }
        return -1;
    }

    private static boolean same(ThreadShares older, int one, ThreadShares newer, int other) {
        return older.tid(one) == newer.tid(other) && older.pid(one) == newer.pid(other) && older.laneId(one) == newer.laneId(other)
                && number(older, one) == number(newer, other) && older.isCarried(one) == newer.isCarried(other);
    }

    private static int number(ThreadShares threads, int row) {
        return threads.isWorker(row) ? threads.worker(row) : -1;
    }

    private static int hash(ThreadShares threads, int row) {
        return ThreadIndex.hash(threads.pid(row), threads.tid(row), number(threads, row));
    }
}
