package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Marker;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Phase;
import java.util.List;

/**
 * What happened between two snapshots: rates and shares, of cores, threads and lanes. The history fills it and, once it has fallen out of the
 * history, fills it anew; whoever reads it does so under the lock that guards the history.
 */
public final class Interval {
    private static final ThreadShares NO_THREADS = new ThreadShares();

    private final CoreShares cores = new CoreShares();
    private ThreadShares threads = NO_THREADS;
    private long number;
    private long nanos;
    private long endNanos;
    private long endEpochMillis;
    private String profile = "";
    private List<LaneSummary> lanes = List.of();
    private List<Finding> findings = List.of();
    private List<Marker> markers = List.of();
    private Budgets budgets = Budgets.NONE;
    private boolean threadsKept;
    private OwnShare own = OwnShare.NONE;

    /**
     * What the monitor itself cost and missed.
     *
     * @param cores                effective cores that the monitor used in this interval
     * @param terminalBytesPerSecond bytes written to the terminal per second
     * @param reading              its cumulative counts at the end of the interval
     */
    public record OwnShare(double cores, double terminalBytesPerSecond, OwnReading reading) {
        static final OwnShare NONE = new OwnShare(0, 0, OwnReading.NONE);
    }

    void stamp(long intervalNumber, long lengthNanos, long end, long endMillis) {
        number = intervalNumber;
        nanos = lengthNanos;
        endNanos = end;
        endEpochMillis = endMillis;
    }

    void run(String profileName, List<LaneSummary> summaries, List<Finding> found) {
        profile = profileName;
        lanes = summaries;
        findings = found;
    }

    void markers(List<Marker> told) {
        markers = told;
    }

    void budgets(Budgets split) {
        budgets = split;
    }

    void own(OwnShare share) {
        own = share;
    }

    /** Takes what holds its threads from now on. */
    void keepThreads(ThreadShares holder) {
        threads = holder;
        threadsKept = true;
    }

    /** Lets the threads of an old interval go, to keep the history within its budget; returns what held them, for a newer interval. */
    ThreadShares forgetThreads() {
        ThreadShares holder = threads;
        threads = NO_THREADS;
        threadsKept = false;
        return holder;
    }

    /** Number of the interval within the session, from 0. */
    public long number() {
        return number;
    }

    /** Real length, ns. */
    public long nanos() {
        return nanos;
    }

    /** Monotonic time of its end, ns. */
    public long endNanos() {
        return endNanos;
    }

    /** Wall-clock time of its end, ms since 1970 UTC. */
    public long endEpochMillis() {
        return endEpochMillis;
    }

    public String profile() {
        return profile;
    }

    public CoreShares cores() {
        return cores;
    }

    /** The threads; empty when {@link #threadsKept} is false. */
    public ThreadShares threads() {
        return threads;
    }

    public boolean threadsKept() {
        return threadsKept;
    }

    /** What each lane of the run had done by the end of the interval, in the order of the profile. */
    public List<LaneSummary> lanes() {
        return lanes;
    }

    /** The finding of each lane, in the same order as {@link #lanes}. */
    public List<Finding> findings() {
        return findings;
    }

    /** What happened in it that is worth finding again, in the order of time; mostly nothing. */
    public List<Marker> markers() {
        return markers;
    }

    /** Where the time of the cores went in this interval; of the lanes in the same order as {@link #lanes}. */
    public Budgets budgets() {
        return budgets;
    }

    public OwnShare own() {
        return own;
    }

    /** Index in {@link #lanes} of the lane that ran: the last one that is not over, else the last one; -1 without lanes. */
    public int current() {
        for (int i = lanes.size() - 1; i >= 0; i--) {
            if (!lanes.get(i).lane().phase().over()) {
                return i;
            }
        }
        return lanes.size() - 1;
    }

    /** Whether every lane of the run is over; false without lanes. */
    public boolean over() {
        for (int i = 0; i < lanes.size(); i++) {
            Phase phase = lanes.get(i).lane().phase();
            if (!phase.over()) {
                return false;
            }
        }
        return !lanes.isEmpty();
    }

    /** Sum of the busy shares of all cores whose share is known: effective cores of the whole machine. */
    public double busyCores() {
        double sum = 0;
        for (int i = 0; i < cores.size(); i++) {
            sum += cores.known(i) ? cores.busy(i) : 0;
        }
        return sum;
    }

    /** The lane with that id as it stood; null when it is not among {@link #lanes}. */
    LaneReading lane(int id) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).lane().id() == id) {
                return lanes.get(i).lane();
            }
        }
        return null;
    }
}
