package coreloom.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The machine that a {@link ScriptedSource} plays. What is said of it holds until changed; shares are of wall time, rates per second. */
public final class ScriptedMachine {
    /** Monotonic time of the first snapshot, ns. */
    public static final long FIRST_NANOS = 5_000_000_000_000L;
    /** Wall-clock time of the first snapshot: 2026-11-21T12:00:00Z. */
    public static final long FIRST_EPOCH_MILLIS = 1_795_262_400_000L;

    private final List<ScriptedCore> cores = new ArrayList<>();
    private final List<ScriptedThread> threads = new ArrayList<>();
    private final List<ScriptedLane> lanes = new ArrayList<>();
    private final List<ScriptedWorker> workers = new ArrayList<>();
    private final Host host;
    private String profile = "";
    private List<InterpreterLockReading> interpreterLocks = List.of();
    private List<LimitReading> limits = List.of();
    private OwnReading own = OwnReading.NONE;
    private final Map<Integer, Long> processTimes = new TreeMap<>();
    private List<LaneReading> laneReadings = List.of();
    private long passedNanos;

    ScriptedMachine(int coreCount) {
        List<LogicalCore> topology = new ArrayList<>();
        for (int id = 0; id < coreCount; id++) {
            topology.add(new LogicalCore(id, id / 2, 0, 0));
            cores.add(new ScriptedCore(id));
        }
        host = new Host("loom", "Linux 6.12.0", "OpenJDK 17.0.12", coreCount, topology);
    }

    Host host() {
        return host;
    }

    /** Monotonic time, ns. */
    public long nanos() {
        return FIRST_NANOS + passedNanos;
    }

    public ScriptedCore core(int id) {
        return cores.get(id);
    }

    /** A new thread, in the first free row. */
    public ScriptedThread thread(int pid, int tid, String name) {
        ScriptedThread thread = new ScriptedThread(pid, tid, passedNanos / 10_000_000, name);
        for (int row = 0; row < threads.size(); row++) {
            if (threads.get(row).ended()) {
                threads.set(row, thread);
                return thread;
            }
        }
        threads.add(thread);
        return thread;
    }

    /** The living thread of that id. */
    public ScriptedThread thread(int tid) {
        return threads.stream().filter(thread -> thread.tid() == tid && !thread.ended()).findFirst().orElseThrow();
    }

    /** A new run of a profile: its lanes and workers replace those of the last. */
    public void profile(String name) {
        profile = name;
        lanes.clear();
        workers.clear();
    }

    /** A new lane, starting now, of that many workers. Its id is its number among the lanes of this run. */
    public ScriptedLane lane(String name, String variant, int workerCount) {
        LaneReading start = new LaneReading(lanes.size(), name, variant, workerCount, Phase.STARTING, nanos(), 0, List.of(), "");
        ScriptedLane lane = new ScriptedLane(this, start);
        lanes.add(lane);
        return lane;
    }

    /** The lane of that name. */
    public ScriptedLane lane(String name) {
        return lanes.stream().filter(lane -> lane.reading().name().equals(name)).findFirst().orElseThrow();
    }

    ScriptedWorker add(ScriptedWorker worker) {
        workers.add(worker);
        return worker;
    }

    /** The worker of that thread. */
    public ScriptedWorker worker(int tid) {
        return workers.stream().filter(worker -> worker.tid() == tid).findFirst().orElseThrow();
    }

    /** The worker of that number in that lane. */
    public ScriptedWorker worker(String lane, int number) {
        int id = lane(lane).reading().id();
        return workers.stream().filter(worker -> worker.is(id, number)).findFirst().orElseThrow();
    }

    /** What is seen of an interpreter lock from here on. */
    public void interpreterLock(InterpreterLockReading reading) {
        interpreterLocks = List.of(reading);
    }

    /** What limits watched processes from here on. */
    public void limits(List<LimitReading> readings) {
        limits = readings;
    }

    /** That process has used so much CPU time so far; until this is said of it, its time is not known. */
    public void processTime(int pid, long nanos) {
        processTimes.put(pid, nanos);
    }

    /** What the monitor says of itself from here on. */
    public void own(OwnReading reading) {
        own = reading;
    }

    void pass(long nanos) {
        passedNanos += nanos;
        cores.forEach(core -> core.pass(nanos));
        threads.forEach(thread -> thread.pass(nanos));
        workers.forEach(worker -> worker.pass(nanos));
    }

    void fill(Snapshot into, long number) {
        into.at(number, nanos(), FIRST_EPOCH_MILLIS + passedNanos / 1_000_000);
        into.own(own);
        into.interpreterLocks(interpreterLocks);
        into.limits(limits);
        into.processTimes().clear();
        processTimes.forEach(into.processTimes()::add);
        into.cores().clear();
        cores.forEach(core -> core.addTo(into.cores()));
        into.threads().reset(threads.size());
        for (int row = 0; row < threads.size(); row++) {
            threads.get(row).putInto(into.threads(), row);
        }
        into.workers().clear();
        workers.forEach(worker -> worker.addTo(into.workers()));
        List<LaneReading> now = lanes.stream().map(ScriptedLane::reading).toList();
        if (!now.equals(laneReadings)) {
            laneReadings = now;
        }
        into.run(profile, laneReadings);
    }
}
