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
 * Turns neighbouring snapshots into intervals and keeps a row of them, bounded in bytes: old ones are merged. Snapshots closer together than
 * {@link #SHORTEST_NANOS} are joined into one interval, because core times tick in 10 ms, but never across the beginning of a phase: what is too short
 * before it has no interval. Lanes are accounted for from every snapshot, so that their phases begin and end
 * exactly. Not thread-safe: one lock guards it and all that it hands out.
 */
public final class History {
    /** Shorter intervals say nothing: ten ticks of the kernel's core times. */
    public static final long SHORTEST_NANOS = 90_000_000;

    /** An hour at a snapshot a second with a thousand busy threads. */
    private static final long MAX_BYTES = 62L << 20;

    /** Intervals whose wait times are kept. */
    private static final int WAIT_TIMES = 600;

    private final int usableCores;
    private final ThreadDerivation derivation = new ThreadDerivation();
    private final long bytes;
    private BudgetBook budgets;
    private final List<LaneAccount> accounts = new ArrayList<>();
    private final List<Integer> accountIds = new ArrayList<>();
    private IntervalRow row;
    private final ThreadShares threads = new ThreadShares();
    private final ArrayDeque<Snapshot> spare = new ArrayDeque<>();
    private final List<Rule> rules = Rule.all();
    private final List<Marker> markers = new ArrayList<>();
    private boolean fromStart = true;
    private Optional<InStep> inStep = Optional.empty();
    private CoreTrail trail = new CoreTrail();
    private final WaitTimes[] waitTimes = new WaitTimes[WAIT_TIMES];
    private final Percentiles percentiles = new Percentiles();
    private Snapshot base;
    private Snapshot last;

    /** @param usableCores cores that lanes may use: what "idle" is measured against */
    public History(int usableCores) {
        this(usableCores, MAX_BYTES);
    }

    /** @param bytes that the intervals may take */
    History(int usableCores, long bytes) {
        this.usableCores = usableCores;
        this.bytes = bytes;
        row = new IntervalRow(bytes);
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
            keep(longEnough || phaseChanged(base, snapshot) ? snapshot : base, snapshot);
        }
        return spare.isEmpty() ? new Snapshot() : spare.poll();
    }

    /**
     * Forgets everything: what comes next does not follow what came last.
     *
     * @param atStart whether it is the beginning of the session; else lanes are counted from its middle on
     */
    public void restart(boolean atStart) {
        keep(null, null);
        accounts.clear();
        accountIds.clear();
        markers.clear();
        budgets = new BudgetBook(usableCores);
        row = new IntervalRow(bytes);
        trail = new CoreTrail();
        fromStart = atStart;
    }

    /** Shows another session beside this one. */
    public void inStep(InStep other) {
        inStep = Optional.of(other);
    }

    /** The session that is shown beside this one. */
    public Optional<InStep> inStep() {
        return inStep;
    }

    /** Whether nothing has come in. */
    public boolean isEmpty() {
        return last == null;
    }

    /** Monotonic time of the newest snapshot, ns; only when there is one. */
    public long lastNanos() {
        return last.monotonicNanos();
    }

    /** Whether the first interval is the first of the session. */
    public boolean fromStart() {
        return fromStart;
    }

    /** Whether a lane has begun or gone into another phase between; of what was before it no interval tells that is of what came after. */
    private static boolean phaseChanged(Snapshot earlier, Snapshot later) {
        boolean changed = earlier.lanes().size() != later.lanes().size();
        for (int i = 0; i < later.lanes().size() && !changed; i++) {
            LaneReading before = earlier.lanes().get(i);
            LaneReading after = later.lanes().get(i);
            changed = before.id() != after.id() || before.phase() != after.phase();
        }
        return changed;
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
        Interval interval = row.fresh();
        Interval before = count() == 0 ? interval : get(count() - 1);
        long wall = later.monotonicNanos() - earlier.monotonicNanos();
        interval.entered(!fromStart);
        interval.stamp(count(), wall, later.monotonicNanos(), later.epochMillis());
        interval.cores().derive(before.cores(), earlier.cores(), later.cores());
        derivation.derive(threads, earlier, later);
        interval.budgets(budgets.add(earlier, later));
        lanes(interval, before, later);
        interval.own(own(earlier.own(), later.own(), wall));
        trail.add(count(), earlier, later);
        deriveWaitTimes(interval, earlier, later);
        interval.markers(markers.isEmpty() ? List.of() : List.copyOf(markers));
        markers.clear();
        row.add(interval, threads);
    }

    private void deriveWaitTimes(Interval interval, Snapshot earlier, Snapshot later) {
        int slot = (int) (count() % WAIT_TIMES);
        WaitTimes times = waitTimes[slot] == null ? waitTimes[slot] = new WaitTimes() : waitTimes[slot];
        times.clear();
        if (interval.current() >= 0) {
            times.derive(earlier, later, interval.lanes().get(interval.current()).lane(), percentiles);
        }
    }

    /** A lane that is over says what it said before: nothing is made anew for it. */
    private void lanes(Interval interval, Interval before, Snapshot later) {
        List<LaneReading> readings = later.lanes();
        List<LaneSummary> lanes = new ArrayList<>(readings.size());
        List<Finding> findings = new ArrayList<>(readings.size());
        int fresh = 0;
        for (int i = 0; i < readings.size(); i++) {
            LaneReading lane = readings.get(i);
            boolean same = i < before.lanes().size() && same(before.lanes().get(i), lane);
            lanes.add(same ? before.lanes().get(i) : summary(lane));
            findings.add(same ? before.findings().get(i) : finding(lanes.get(i)));
            fresh += same ? 0 : 1;
        }
        interval.freshLanes(fresh);
        interval.run(later.profile(), lanes, findings);
    }

    private boolean same(LaneSummary before, LaneReading lane) {
        return lane.phase().over() && before.lane().equals(lane) && before.budget() == budgets.of(lane.id());
    }

    private LaneSummary summary(LaneReading lane) {
        return accountOf(lane.id()).summary(lane, budgets.of(lane.id()));
    }

    private List<LaneSummary> summaries(List<LaneReading> lanes) {
        List<LaneSummary> summaries = new ArrayList<>(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            summaries.add(summary(lanes.get(i)));
        }
        return summaries;
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
        return row.count();
    }

    /** Number of the oldest interval: old ones are merged and never dropped, so it is the first. */
    public long oldest() {
        return 0;
    }

    /** The interval that stands for that number, from 0 to below {@link #count}: old ones are merged, and then stand for several. */
    public Interval get(long number) {
        if (number < 0 || number >= count()) {
            throw new IndexOutOfBoundsException("interval " + number + " of " + count());
        }
        return row.get(number);
    }

    /** Bytes that the intervals take: arrays to the byte, objects roughly. */
    long bytes() {
        return row.bytes();
    }

    /** How long waits took in that interval, in the lane that ran; empty when that is no longer kept. */
    public Optional<WaitTimes> waitTimes(long number) {
        return number < 0 || number >= count() || number < count() - WAIT_TIMES ? Optional.empty()
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
