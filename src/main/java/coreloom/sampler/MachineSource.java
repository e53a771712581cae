package coreloom.sampler;

import coreloom.snapshot.Clock;
import coreloom.snapshot.Host;
import coreloom.snapshot.LanePort;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.OwnPort;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * This machine as a source of snapshots: its cores, the threads of every live process of the lanes, and what their workers counted.
 *
 * <p>{@link #read} and {@link #close} belong to one thread, the sampling thread, which must never be interrupted: an interrupt closes the
 * kept-open files it reads from (see {@link java.nio.channels.FileChannel}; they would be opened again). {@link #host} may be called by
 * any.
 *
 * <p>Order of a reading: cores first (the first time, this loads OSHI), then the stamp, then at once workers and threads, which
 * belong together most closely, then the monitor's own numbers. A reading that fails is left out and counted.
 */
public final class MachineSource implements SnapshotSource {
    /** A hundredth of a core. */
    public static final double USUAL_LIMIT = 0.01;

    private final Clock clock;
    private final LanePort lanePort;
    private final OwnPort ownPort;
    private final Doors doors;
    private final Looks looks;
    private volatile Host host;
    private List<LogicalCore> topology = List.of();
    private List<LaneReading> lanes = List.of();
    private int[] pids = new int[0];
    private long sequence;
    private boolean closed;

    /** A source that reads nothing yet; OSHI is loaded by the first {@link #read}. */
    public MachineSource(Clock clock, LanePort lanePort, OwnPort ownPort, ThreadChoice threads) {
        this(clock, lanePort, ownPort, threads, USUAL_LIMIT);
    }

    /**
     * A source that reads nothing yet; OSHI is loaded by the first {@link #read}.
     *
     * @param costLimit most CPU time per time, in cores, for looking at what threads wait for between the snapshots; with 0 nobody looks
     */
    public MachineSource(Clock clock, LanePort lanePort, OwnPort ownPort, ThreadChoice threads, double costLimit) {
        this(clock, lanePort, ownPort, ThisMachine.doors(threads), costLimit);
    }

    MachineSource(Clock clock, LanePort lanePort, OwnPort ownPort, Doors doors, double costLimit) {
        this.clock = clock;
        this.lanePort = lanePort;
        this.ownPort = ownPort;
        this.doors = doors;
        looks = new Looks(clock, doors.threads(), doors.threadCpu(), costLimit);
        host = doors.host();
    }

    /** The machine; its topology is empty until the first {@link #read} has returned. */
    @Override
    public Host host() {
        return host;
    }

    @Override
    public long untilNextNanos(long periodNanos) {
        return periodNanos;
    }

    @Override
    public boolean read(Snapshot into) {
        if (closed) {
            return false;
        }
        readCores(into);
        readLanes(into);
        into.at(sequence++, clock.nanos(), clock.epochMillis());
        readWorkers(into);
        readThreads(into);
        looks.afterSnapshot();
        into.own(own());
        return true;
    }

    @Override
    public long untilLookNanos() {
        return closed ? Long.MAX_VALUE : looks.untilNextNanos();
    }

    @Override
    public void look() {
        try {
            looks.look();
        } catch (RuntimeException | LinkageError e) {
            doors.faults().count(Fault.THREADS_UNREADABLE, e);
        }
    }

    private void readCores(Snapshot into) {
        try {
            doors.cores().read(into.cores());
            learn(doors.cores().topology());
        } catch (RuntimeException | LinkageError e) {
            into.cores().clear();
            doors.faults().count(Fault.CORES_UNREADABLE, e);
        }
    }

    private void learn(List<LogicalCore> cores) {
        if (cores != topology) {
            topology = cores;
            host = new Host(host.name(), host.system(), host.runtime(), host.usableCores(), cores);
        }
    }

    private void readLanes(Snapshot into) {
        try {
            watch(lanePort.lanes());
            into.run(lanePort.profile(), lanes);
        } catch (RuntimeException e) {
            watch(List.of());
            into.run("", lanes);
            doors.faults().count(Fault.LANES_UNREADABLE, e);
        }
    }

    private void watch(List<LaneReading> current) {
        if (current != lanes) {
            pids = living(current.stream());
            doors.threads().watchWaits(looks.allowed() ? living(current.stream().filter(LaneReading::looked)) : new int[0]);
            lanes = current;
        }
    }

    private static int[] living(Stream<LaneReading> lanes) {
        return lanes.flatMap(lane -> lane.processes().stream()).filter(ProcessReading::alive)
                .mapToInt(ProcessReading::pid).distinct().toArray();
    }

    private void readWorkers(Snapshot into) {
        into.workers().clear();
        try {
            lanePort.readWorkers(into.workers());
        } catch (RuntimeException e) {
            into.workers().clear();
            doors.faults().count(Fault.WORKERS_UNREADABLE, e);
        }
    }

    private void readThreads(Snapshot into) {
        try {
            into.processTimes().clear();
            doors.threads().read(pids, into.threads());
            doors.threads().processTimes(into.processTimes());
            into.interpreterLocks(doors.threads().interpreterLocks());
            into.limits(doors.threads().limits());
        } catch (RuntimeException | LinkageError e) {
            into.threads().reset(0);
            into.processTimes().clear();
            into.interpreterLocks(List.of());
            into.limits(List.of());
            doors.faults().count(Fault.THREADS_UNREADABLE, e);
        }
    }

    private OwnReading own() {
        long cpu = doors.ownCpu().nanos();
        return new OwnReading(cpu, ownPort.terminalBytes(), ownPort.lateSamples(), ownPort.droppedSnapshots(),
                doors.faults().total(), doors.faults().newest(), looks.taken(), looks.missed());
    }

    /** Ends the source and closes every file it kept open; further calls of {@link #read} answer false. */
    @Override
    public void close() {
        closed = true;
        doors.threads().close();
        doors.ownCpu().close();
        doors.threadCpu().close();
    }
}
