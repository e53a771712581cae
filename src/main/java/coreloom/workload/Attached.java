package coreloom.workload;

import coreloom.snapshot.Clock;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A running process that we did not start and do not end, as a lane of one process without workers of ours. Needs {@code /proc}. */
public final class Attached implements Lanes {
    /** The name of its variant. */
    public static final String VARIANT = "attached";

    private static final Path PROC = Path.of("/proc");
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    /** Whoever comes so much too early is awake anyway: a look now saves waking up for it. */
    private static final long EARLY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Clock clock;
    private final Path root;
    private final int pid;
    private final ProcessStat stat;
    private List<LaneReading> lanes;
    private long lookNanos;

    private Attached(Clock clock, Path root, int pid, ProcessStat stat) {
        this.clock = clock;
        this.root = root;
        this.pid = pid;
        this.stat = stat;
        this.lanes = List.of(reading(Phase.MEASURED, ProcessReading.running(pid)));
        this.lookNanos = clock.nanos();
    }

    /**
     * Watches that process from now on.
     *
     * @param pid as a person wrote it
     * @throws Refusal when it is no process id or there is no such process
     */
    public static Attached to(String pid, Clock clock) throws Refusal {
        return to(pid, clock, PROC);
    }

    static Attached to(String pid, Clock clock, Path root) throws Refusal {
        int number = number(pid);
        if (!Files.isDirectory(root)) {
            throw new Refusal("Watching a running process needs " + root + ", which this system does not have; use run instead.");
        }
        Optional<ProcessStat> stat = ProcessStat.read(root, number).filter(found -> !found.ended());
        if (stat.isEmpty()) {
            throw new Refusal("There is no running process with the id " + number + "; see ps for those there are.");
        }
        return new Attached(clock, root, number, stat.get());
    }

    private static int number(String pid) throws Refusal {
        if (!pid.matches("[0-9]{1,9}")) {
            throw new Refusal("A process id is a whole number, but " + Section.quoted(pid) + " is not; see ps for those there are.");
        }
        return Integer.parseInt(pid);
    }

    private LaneReading reading(Phase phase, ProcessReading process) {
        return new LaneReading(0, stat.command() + " " + pid, VARIANT, 0, phase, clock.nanos(), 0, List.of(process), "");
    }

    @Override
    public synchronized Step step() {
        if (finished()) {
            return Step.NOTHING;
        }
        long now = clock.nanos();
        if (lookNanos - now > EARLY_NANOS) {
            return Step.later(lookNanos);
        }
        if (ended()) {
            lanes = List.of(reading(Phase.ENDED, new ProcessReading(pid, false, OptionalInt.empty(), "")));
            return Step.snapshotNow(now);
        }
        lookNanos = now + WATCH_NANOS;
        return Step.later(lookNanos);
    }

    /** The id may meanwhile be another process's. */
    private boolean ended() {
        Optional<ProcessStat> now = ProcessStat.read(root, pid);
        return now.isEmpty() || now.get().ended() || now.get().startTicks() != stat.startTicks();
    }

    @Override
    public synchronized boolean finished() {
        return lanes.get(0).phase().over();
    }

    @Override
    public String profile() {
        return "";
    }

    @Override
    public synchronized List<LaneReading> lanes() {
        return lanes;
    }

    @Override
    public void readWorkers(WorkerTable table) {
        table.clear();
    }

    @Override
    public void close() {
        // the process is not ours to end
    }
}
