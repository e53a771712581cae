package coreloom.history;

import coreloom.history.Interval.OwnShare;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Marker;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns neighbouring snapshots into intervals and keeps a bounded row of them. Snapshots closer together than {@link #SHORTEST_NANOS} are
 * joined into one interval, because core times tick in 10 ms; lanes are accounted for from every snapshot, so that their phases begin and end
 * exactly. Not thread-safe: one lock guards it and all that it hands out.
 */
public final class History {
    /** Shorter intervals say nothing: ten ticks of the kernel's core times. */
    public static final long SHORTEST_NANOS = 90_000_000;

    private static final int MAX_INTERVALS = 3_600;
    /** Intervals whose wait times are kept. */
    private static final int WAIT_TIMES = 600;

    private static final long THREAD_BUDGET_BYTES = 12L << 20;

    private final int usableCores;
    private final ThreadDerivation derivation = new ThreadDerivation();
    private final BudgetBook budgets;
    private final List<LaneAccount> accounts = new ArrayList<>();
    private final List<Integer> accountIds = new ArrayList<>();
    private final Interval[] ring = new Interval[MAX_INTERVALS];
    private final ArrayDeque<Snapshot> spare = new ArrayDeque<>();
    private final ArrayDeque<ThreadShares> spareThreads = new ArrayDeque<>();
    private final List<Rule> rules = Rule.all();
    private final List<Marker> markers = new ArrayList<>();
    private final CoreTrail trail = new CoreTrail();
    private final WaitTimes[] waitTimes = new WaitTimes[WAIT_TIMES];
    private final Percentiles percentiles = new Percentiles();
    private long count;
    private long threadBytes;
    private long oldestWithThreads;
    private Snapshot base;
    private Snapshot last;

    /** @param usableCores cores that lanes may use: what "idle" is measured against */
    public History(int usableCores) {
        this.usableCores = usableCores;
        budgets = new BudgetBook(usableCores);
    }

    /**
     * Takes in the next snapshot and keeps it until it is no longer needed.
     *
     * @return a snapshot that the source may fill next
     */
    public Snapshot accept(Snapshot snapshot) {
        markers.addAll(snapshot.markers());
        if (last == null || snapshot.monotonicNanos() <= last.monotonicNanos()) {
            // The first one, or one from before the last: nothing can be said of the time between.
            keep(snapshot, snapshot);
        } else {
            account(snapshot);
            boolean longEnough = snapshot.monotonicNanos() - base.monotonicNanos() >= SHORTEST_NANOS;
            if (longEnough) {
                derive(base, snapshot);
            }
            keep(longEnough ? snapshot : base, snapshot);
        }
        return spare.isEmpty() ? new Snapshot() : spare.poll();
    }

    private void keep(Snapshot newBase, Snapshot newLast) {
        recycle(base, newBase, newLast);
        if (last != base) {
            recycle(last, newBase, newLast);
        }
        base = newBase;
        last = newLast;
    }

    private void recycle(Snapshot old, Snapshot newBase, Snapshot newLast) {
        if (old != null && old != newBase && old != newLast) {
            spare.add(old);
        }
    }

    private void account(Snapshot snapshot) {
        List<LaneReading> lanes = snapshot.lanes();
        for (int i = 0; i < lanes.size(); i++) {
            LaneReading before = Rows.lane(last.lanes(), lanes.get(i).id());
            if (before != null) {
                accountOf(lanes.get(i).id()).add(last, before, snapshot, lanes.get(i));
            }
        }
        forgetAccounts(lanes);
    }

    private LaneAccount accountOf(int laneId) {
        int at = accountIds.indexOf(laneId);
        if (at >= 0) {
            return accounts.get(at);
        }
        accountIds.add(laneId);
        accounts.add(new LaneAccount(laneId));
        return accounts.get(accounts.size() - 1);
    }

    private void forgetAccounts(List<LaneReading> lanes) {
        for (int i = accountIds.size() - 1; i >= 0; i--) {
            if (Rows.lane(lanes, accountIds.get(i)) == null) {
                accountIds.remove(i);
                accounts.remove(i);
            }
        }
    }

    private void derive(Snapshot earlier, Snapshot later) {
        int slot = (int) (count % MAX_INTERVALS);
        Interval interval = ring[slot] == null ? ring[slot] = new Interval() : ring[slot];
        forget(interval);
        interval.keepThreads(spareThreads.isEmpty() ? new ThreadShares() : spareThreads.poll());
        long wall = later.monotonicNanos() - earlier.monotonicNanos();
        interval.stamp(count, wall, later.monotonicNanos(), later.epochMillis());
        interval.cores().derive(count == 0 ? interval.cores() : get(count - 1).cores(), earlier.cores(), later.cores());
        derivation.derive(interval.threads(), earlier, later);
        interval.budgets(budgets.add(earlier, later));
        List<LaneSummary> lanes = summaries(later.lanes());
        interval.run(later.profile(), lanes, findings(lanes));
        interval.own(own(earlier.own(), later.own(), wall));
        trail.add(count, earlier, later);
        deriveWaitTimes(interval, earlier, later);
        interval.markers(markers.isEmpty() ? List.of() : List.copyOf(markers));
        markers.clear();
        count++;
        threadBytes += ThreadShares.bytes(interval.threads().size());
        keepBudget();
    }

    private void deriveWaitTimes(Interval interval, Snapshot earlier, Snapshot later) {
        int slot = (int) (count % WAIT_TIMES);
        WaitTimes times = waitTimes[slot] == null ? waitTimes[slot] = new WaitTimes() : waitTimes[slot];
        times.clear();
        if (interval.current() >= 0) {
            times.derive(earlier, later, interval.lanes().get(interval.current()).lane(), percentiles);
        }
    }

    private void forget(Interval interval) {
        if (interval.threadsKept()) {
            threadBytes -= ThreadShares.bytes(interval.threads().size());
            spareThreads.add(interval.forgetThreads());
        }
    }

    private void keepBudget() {
        oldestWithThreads = Math.max(oldestWithThreads, oldest());
        while (threadBytes > THREAD_BUDGET_BYTES && oldestWithThreads < count - 1) {
            forget(get(oldestWithThreads++));
        }
    }

    private List<LaneSummary> summaries(List<LaneReading> lanes) {
        List<LaneSummary> summaries = new ArrayList<>(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            summaries.add(accountOf(lanes.get(i).id()).summary(lanes.get(i), budgets.of(lanes.get(i).id())));
        }
        return summaries;
    }

    private List<Finding> findings(List<LaneSummary> lanes) {
        List<Finding> found = new ArrayList<>(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            found.add(finding(lanes.get(i)));
        }
        return found;
    }

    private static OwnShare own(OwnReading earlier, OwnReading later, long wall) {
        return new OwnShare((double) (later.cpuNanos() - earlier.cpuNanos()) / wall,
                (later.terminalBytes() - earlier.terminalBytes()) * 1e9 / wall, later);
    }

    /** What each lane of the run has done by the newest snapshot, joined interval or not. */
    public List<LaneSummary> newestLanes() {
        return last == null ? List.of() : summaries(last.lanes());
    }

    /** Where the time of the cores has gone that lanes may use, while one of them was measured. */
    public IdleBudget machineBudget() {
        return budgets.machine();
    }

    /** The verdict on that summary: the finding with the largest share of the idle budget. */
    public Finding finding(LaneSummary summary) {
        return Rule.verdict(findings(summary));
    }

    /** All findings about that summary, the one with the largest share of the idle budget first; at least one. */
    public List<Finding> findings(LaneSummary summary) {
        return Rule.findings(rules, summary, usableCores);
    }

    /** Number of intervals derived so far; the newest has the number below it. */
    public long count() {
        return count;
    }

    /** Number of the oldest interval still kept. */
    public long oldest() {
        return Math.max(0, count - MAX_INTERVALS);
    }

    /** The interval with that number, between {@link #oldest} and {@link #count}. */
    public Interval get(long number) {
        if (number < oldest() || number >= count) {
            throw new IndexOutOfBoundsException("interval " + number + " of " + oldest() + ".." + (count - 1));
        }
        return ring[(int) (number % MAX_INTERVALS)];
    }

    /** How long waits took in that interval, in the lane that ran; empty when that is no longer kept. */
    public Optional<WaitTimes> waitTimes(long number) {
        return number < oldest() || number >= count || number < count - WAIT_TIMES ? Optional.empty()
                : Optional.of(waitTimes[(int) (number % WAIT_TIMES)]);
    }

    /** Which cores the threads were on. */
    public CoreTrail trail() {
        return trail;
    }

    /** Cores that lanes may use. */
    public int usableCores() {
        return usableCores;
    }
}
