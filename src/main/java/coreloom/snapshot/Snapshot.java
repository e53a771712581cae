package coreloom.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * All readings of one instant: cumulative counters as read, and the monotonic time they were read at. A source fills it, then hands it on;
 * from there on nobody writes to it until it is given back to the source. It is reused so that sampling leaves no garbage per thread.
 */
public final class Snapshot {
    private final CoreTable cores = new CoreTable();
    private final ThreadTable threads = new ThreadTable();
    private final WorkerTable workers = new WorkerTable();
    private long sequence;
    private long monotonicNanos;
    private long epochMillis;
    private String profile = "";
    private List<LaneReading> lanes = List.of();
    private OwnReading own = OwnReading.NONE;
    private final List<InterpreterLockReading> interpreterLocks = new ArrayList<>();
    private List<Marker> markers = List.of();
    private final List<LimitReading> limits = new ArrayList<>();
    private final ProcessTimes processTimes = new ProcessTimes();

    /** Stamps the snapshot. {@code number} counts the snapshots of a session from 0. */
    public void at(long number, long nanos, long millis) {
        sequence = number;
        monotonicNanos = nanos;
        epochMillis = millis;
    }

    public void run(String profileName, List<LaneReading> laneReadings) {
        profile = Objects.requireNonNull(profileName);
        lanes = Objects.requireNonNull(laneReadings);
    }

    public void own(OwnReading reading) {
        own = Objects.requireNonNull(reading);
    }

    /** What is seen from outside of the interpreter locks of processes that nobody reports from; copied. */
    public void interpreterLocks(List<InterpreterLockReading> readings) {
        interpreterLocks.clear();
        interpreterLocks.addAll(readings);
    }

    /** What happened since the snapshot before that is worth finding again; the list is kept as it is. */
    public void markers(List<Marker> told) {
        markers = Objects.requireNonNull(told);
    }

    /** What keeps watched processes from some of the cores; copied. */
    public void limits(List<LimitReading> readings) {
        limits.clear();
        limits.addAll(readings);
    }

    public long sequence() {
        return sequence;
    }

    /** ns on the time base of {@link Clock#nanos()}. */
    public long monotonicNanos() {
        return monotonicNanos;
    }

    /** ms since 1970 UTC. */
    public long epochMillis() {
        return epochMillis;
    }

    /** Name of the profile that ran, empty when none did. */
    public String profile() {
        return profile;
    }

    public List<LaneReading> lanes() {
        return lanes;
    }

    public OwnReading own() {
        return own;
    }

    /** One for each such process that runs an interpreter; changed when the snapshot is filled again. */
    public List<InterpreterLockReading> interpreterLocks() {
        return Collections.unmodifiableList(interpreterLocks);
    }

    /** What happened since the snapshot before that is worth finding again, in the order of time; mostly nothing. */
    public List<Marker> markers() {
        return markers;
    }

    /** One for each watched process that something limits; changed when the snapshot is filled again. */
    public List<LimitReading> limits() {
        return Collections.unmodifiableList(limits);
    }

    /** CPU time of the watched processes. */
    public ProcessTimes processTimes() {
        return processTimes;
    }

    public CoreTable cores() {
        return cores;
    }

    public ThreadTable threads() {
        return threads;
    }

    public WorkerTable workers() {
        return workers;
    }
}
