package coreloom.history;

import coreloom.snapshot.Marker;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Phase;
import java.util.List;

/**
 * What happened between two snapshots: rates and shares, of cores, threads and lanes. The history fills it and, once it has fallen out of the
 * history, fills it anew; whoever reads it does so under the lock that guards the history.
 */
public final class Interval {
    /** What an interval takes beside its arrays, its lanes and its findings; what a lane takes with its finding. */
    private static final long OBJECT_BYTES = 600;
    private static final long LANE_BYTES = 1_200;
    private static final long LANE_REFERENCE_BYTES = 200;

    private final UnpackedThreads unpacked;
    private final CoreShares cores = new CoreShares();
    private ThreadPage page;
    private int offset;
    private long first;
    private long number;
    private long nanos;
    private long endNanos;
    private long endEpochMillis;
    private String profile = "";
    private List<LaneSummary> lanes = List.of();
    private List<Finding> findings = List.of();
    private List<Marker> markers = List.of();
    private Budgets budgets = Budgets.NONE;
    private boolean entered;
    private int endedThreads;
    private int threadsLeftOut;
    private int freshLanes;
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

    Interval(UnpackedThreads unpacked) {
        this.unpacked = unpacked;
    }

    /** Lets go of all that it holds but its arrays. */
    void clear() {
        page = null;
        run("", List.of(), List.of());
        markers = List.of();
        budgets = Budgets.NONE;
        own = OwnShare.NONE;
        ended(0, 0);
    }

    void stamp(long intervalNumber, long lengthNanos, long end, long endMillis) {
        first = intervalNumber;
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

    /** Says where its threads lie. */
    void threadsAt(ThreadPage newPage, int newOffset) {
        page = newPage;
        offset = newOffset;
    }

    void first(long oldestNumber) {
        first = oldestNumber;
    }

    /** Says how many threads that ended in it have a row, and how many have none. */
    void ended(int withRow, int leftOut) {
        endedThreads = withRow;
        threadsLeftOut = leftOut;
    }

    int endedThreads() {
        return endedThreads;
    }

    /** Says how many of its lanes have a summary that no other interval shares. */
    void freshLanes(int lanesOfItsOwn) {
        freshLanes = lanesOfItsOwn;
    }

    int freshLanes() {
        return freshLanes;
    }

    /** Bytes that it takes without its threads, roughly. */
    long objectBytes() {
        return OBJECT_BYTES + cores.bytes() + freshLanes * LANE_BYTES + lanes.size() * LANE_REFERENCE_BYTES + markers.size() * LANE_REFERENCE_BYTES;
    }

    /** Number of the interval within the session, from 0; of a merged one that of its last part. */
    public long number() {
        return number;
    }

    /** Number of its first part; the same as {@link #number} unless it is merged. */
    public long first() {
        return first;
    }

    /** How many intervals were merged into it; 1 when it is as it was derived. */
    public long parts() {
        return number - first + 1;
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

    /** The threads, until those of several other intervals have been asked for. */
    public ThreadShares threads() {
        return unpacked.of(this, page, offset);
    }

    void entered(boolean inTheMiddle) {
        entered = inTheMiddle;
    }

    /** Whether lanes count from where a replay was entered in its middle, and not from their own beginning. */
    public boolean entered() {
        return entered;
    }

    /** How many threads that ended in it have no row, because it was merged of intervals with too many. */
    public int threadsLeftOut() {
        return threadsLeftOut;
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
}
