package coreloom.recording;

import coreloom.snapshot.CoreTable;
import coreloom.snapshot.Host;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Snapshot;

/**
 * Turns the snapshots of one session into lines, each telling what changed since the line before it. Used by the sampling thread alone;
 * allocates nothing per thread, core or worker once its buffers are large enough.
 */
final class SnapshotLines {
    private final ThreadPart threads = new ThreadPart();
    private final LanePart lanes = new LanePart();
    private final MarkerPart markers = new MarkerPart();
    private Host host;
    private int hostTimesLeft;
    private boolean begun;
    private long last;
    private long lastFull;

    /** {@code host} is what the header has told already. */
    SnapshotLines(Host host) {
        this.host = host;
    }

    /** The machine as it is known from here on; told with the next lines if that is news. */
    void host(Host now) {
        if (now != host && !now.equals(host)) {
            hostTimesLeft = SessionFormat.TIMES_TOLD;
        }
        host = now;
    }

    /** The next line is a full one, whatever the lines before were. */
    void beginAnew() {
        begun = false;
    }

    /** The snapshot is not recorded; what it marks is told with the next one that is. */
    void miss(Snapshot snapshot) {
        markers.take(snapshot.markers());
    }

    /**
     * Writes the snapshot into an empty line.
     *
     * @return false when it is too long for a line; it must then not be used, and the next line will be a full one
     */
    boolean write(Snapshot snapshot, JsonLine line) {
        boolean full = !begun || snapshot.sequence() - lastFull >= SessionFormat.FULL_EVERY;
        markers.take(snapshot.markers());
        if (!countsFit(snapshot)) {
            begun = false;
            return false;
        }
        line.kind(full ? JsonLine.Kind.FULL : JsonLine.Kind.CHANGES);
        stamp(line, snapshot, full);
        cores(line, snapshot.cores());
        lanes.write(line, snapshot.lanes(), full);
        threads.write(line, snapshot.threads(), full);
        WorkerPart.write(line, snapshot.workers());
        InterpreterPart.write(line, snapshot.interpreterLocks());
        markers.write(line);
        LimitPart.write(line, snapshot.limits());
        ProcessTimePart.write(line, snapshot.processTimes());
        own(line, snapshot.own());
        line.end();
        begun = line.fits();
        markers.told(begun);
        hostTimesLeft = begun ? Math.max(0, hostTimesLeft - 1) : hostTimesLeft;
        last = snapshot.sequence();
        lastFull = full ? last : lastFull;
        return begun;
    }

    private static boolean countsFit(Snapshot snapshot) {
        return snapshot.threads().rows() <= SessionFormat.MAX_THREAD_ROWS && snapshot.cores().size() <= SessionFormat.MAX_CORES
                && snapshot.workers().size() <= SessionFormat.MAX_WORKERS;
    }

    private void stamp(JsonLine line, Snapshot snapshot, boolean full) {
        line.openObject().field(SessionKeys.SEQUENCE, snapshot.sequence());
        if (!full) {
            line.field(SessionKeys.AFTER, last);
        }
        line.field(SessionKeys.MONOTONIC, snapshot.monotonicNanos()).field(SessionKeys.EPOCH, snapshot.epochMillis());
        line.field(SessionKeys.PROFILE, snapshot.profile());
        if (hostTimesLeft > 0) {
            HostPart.write(line, host);
        }
    }

    private static void cores(JsonLine line, CoreTable cores) {
        line.key(SessionKeys.CORES).openArray();
        for (int row = 0; row < cores.size(); row++) {
            line.openObject().field(SessionKeys.ID, cores.id(row)).field(SessionKeys.BUSY, cores.busyMillis(row));
            line.field(SessionKeys.IDLE, cores.idleMillis(row)).field(SessionKeys.IO_WAIT, cores.ioWaitMillis(row));
            line.field(SessionKeys.STEAL, cores.stealMillis(row)).closeObject();
        }
        line.closeArray();
    }

    private static void own(JsonLine line, OwnReading own) {
        line.key(SessionKeys.OWN).openObject().field(SessionKeys.CPU, own.cpuNanos());
        line.field(SessionKeys.TERMINAL_BYTES, own.terminalBytes()).field(SessionKeys.LATE_SAMPLES, own.lateSamples());
        line.field(SessionKeys.DROPPED_SNAPSHOTS, own.droppedSnapshots()).field(SessionKeys.FAULTS, own.faults());
        line.field(SessionKeys.LAST_FAULT, own.lastFault());
        if (own.looks() != 0 || own.missedLooks() != 0) {
            line.field(SessionKeys.LOOKS, own.looks()).field(SessionKeys.MISSED_LOOKS, own.missedLooks());
        }
        line.closeObject();
    }
}
