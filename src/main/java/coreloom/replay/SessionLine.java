package coreloom.replay;

import coreloom.recording.LineChecksum;
import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.CoreTable;
import coreloom.snapshot.Host;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.Marker;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WorkerTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One snapshot line as it stands in the file: what it tells, and no more. Used again for each line. */
final class SessionLine {
    private static final int SEQUENCE = 0;
    private static final int MONOTONIC = 1;
    private static final int EPOCH = 2;
    private static final int ROWS = 3;
    private static final int AFTER = 4;

    private final NumberFields numbers = new NumberFields(4, SessionKeys.SEQUENCE, SessionKeys.MONOTONIC, SessionKeys.EPOCH,
            SessionKeys.ROWS, SessionKeys.AFTER);
    private final HostParser hostParser = new HostParser();
    private final CoreParser coreParser = new CoreParser();
    private final LaneParser laneParser = new LaneParser();
    private final WorkerParser workerParser = new WorkerParser();
    private final InterpreterParser interpreterParser = new InterpreterParser();
    private final LimitParser limitParser = new LimitParser();
    private final OwnParser ownParser = new OwnParser();
    private final MarkerParser markerParser = new MarkerParser();
    private final ProcessTimeParser processTimeParser = new ProcessTimeParser();
    private final ProcessTimes processTimes = new ProcessTimes();
    private final ThreadParser threads = new ThreadParser();
    private final FreeRows free = new FreeRows();
    private final CoreTable cores = new CoreTable();
    private final WorkerTable workers = new WorkerTable();
    private String profile;
    private Host host;
    private List<LaneReading> lanes;
    private OwnReading own;
    private List<InterpreterLockReading> interpreterLocks = List.of();
    private List<Marker> markers = List.of();
    private List<LimitReading> limits = List.of();
    private boolean coresMet;
    private boolean threadsMet;
    private boolean workersMet;

    /**
     * Takes the line apart.
     *
     * @throws IOException when the line is damaged; nothing of it may then be used
     */
    void parse(byte[] line, int length) throws IOException {
        if (!LineChecksum.agrees(line, length)) {
            throw new DamagedLineException("the checksum does not agree");
        }
        clear();
        try (Tokens tokens = new Tokens(line, length)) {
            tokens.object();
            for (String key = tokens.key(); key != null; key = tokens.key()) {
                take(key, tokens);
            }
            tokens.end();
        }
        check();
    }

    private void clear() {
        numbers.clear();
        free.clear();
        profile = null;
        host = null;
        lanes = null;
        own = null;
        interpreterLocks = List.of();
        markers = List.of();
        limits = List.of();
        processTimes.clear();
        coresMet = false;
        threadsMet = false;
        workersMet = false;
    }

    private void take(String key, Tokens tokens) throws IOException {
        switch (key) {
            case SessionKeys.PROFILE -> profile = tokens.text();
            case SessionKeys.HOST -> host = hostParser.parse(tokens);
            case SessionKeys.LANES -> lanes = laneParser.parse(tokens);
            case SessionKeys.OWN -> own = ownParser.parse(tokens);
            case SessionKeys.FREE -> free.parse(tokens);
            case SessionKeys.CORES -> {
                coreParser.parse(tokens, cores);
                coresMet = true;
            }
            case SessionKeys.THREADS -> {
                threads.parse(tokens);
                threadsMet = true;
            }
            case SessionKeys.WORKERS -> {
                workerParser.parse(tokens, workers);
                workersMet = true;
            }
            case SessionKeys.INTERPRETERS -> interpreterLocks = interpreterParser.parse(tokens);
            case SessionKeys.MARKERS -> markers = markerParser.parse(tokens);
            case SessionKeys.LIMITS -> limits = limitParser.parse(tokens);
            case SessionKeys.PROCESS_TIMES -> processTimeParser.parse(tokens, processTimes);
            default -> takeNumber(key, tokens);
        }
    }

    private void takeNumber(String key, Tokens tokens) throws IOException {
        if (!numbers.take(key, tokens)) {
            tokens.skip();
        }
    }

    private void check() throws DamagedLineException {
        numbers.complete();
        if (profile == null || own == null || !coresMet || !threadsMet || !workersMet) {
            throw new DamagedLineException("a part is missing");
        }
        numbers.within(ROWS, threads.size() == 0 ? 0 : threads.row(threads.size() - 1) + 1, SessionFormat.MAX_THREAD_ROWS);
        for (int i = 0; i < threads.size(); i++) {
            if (free.contains(threads.row(i))) {
                throw new DamagedLineException("a thread in a free row");
            }
        }
    }

    long sequence() {
        return numbers.get(SEQUENCE);
    }

    long monotonicNanos() {
        return numbers.get(MONOTONIC);
    }

    /** Wall-clock time, ms since 1970 UTC. */
    long epochMillis() {
        return numbers.get(EPOCH);
    }

    /** Whether it builds on no other line. */
    boolean full() {
        return !numbers.met(AFTER);
    }

    /** Whether what this line does not tell is as it was after the line of that sequence number. */
    boolean buildsOn(long last) {
        return numbers.met(AFTER) && numbers.get(AFTER) == last;
    }

    /** The host, where the line tells it. */
    Optional<Host> host() {
        return Optional.ofNullable(host);
    }

    /** The lanes, where the line tells them. */
    Optional<List<LaneReading>> lanes() {
        return Optional.ofNullable(lanes);
    }

    /** What happened that is worth finding again. */
    List<Marker> markers() {
        return markers;
    }

    /** Number of thread rows, free ones included. */
    int rows() {
        return (int) numbers.get(ROWS);
    }

    FreeRows free() {
        return free;
    }

    ThreadParser threads() {
        return threads;
    }

    OwnReading own() {
        return own;
    }

    int cores() {
        return cores.size();
    }

    /** Fills in everything that a line tells whole. */
    void copyTo(Snapshot into, List<LaneReading> laneReadings) {
        into.at(sequence(), monotonicNanos(), numbers.get(EPOCH));
        into.run(profile, laneReadings);
        into.own(own);
        into.interpreterLocks(interpreterLocks);
        into.markers(markers);
        into.limits(limits);
        into.processTimes().copy(processTimes);
        into.cores().clear();
        for (int row = 0; row < cores.size(); row++) {
            into.cores().add(cores.id(row), cores.busyMillis(row), cores.idleMillis(row), cores.ioWaitMillis(row), cores.stealMillis(row));
        }
        WorkerRows.copy(workers, into.workers());
    }
}
