package coreloom.workload;

import coreloom.snapshot.Clock;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A running process that we did not start and do not end, with all that it has started, as a lane without workers of ours. The lane ends
 * when the last of them does. Needs {@code /proc}.
 */
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
    private final ProcessStat first;
    private final Optional<Descendants> descendants;
    private Phase phase = Phase.MEASURED;
    private long sinceNanos;
    private boolean rootLives = true;
    private List<ProcessReading> started = List.of();
    private String note = "";
    private List<LaneReading> lanes;
    private long lookNanos;

    private Attached(Clock clock, Path root, int pid, ProcessStat stat, boolean children) {
        this.clock = clock;
        this.root = root;
        this.pid = pid;
        this.first = stat;
        descendants = children ? Optional.of(new Descendants(root, pid, WATCH_NANOS)) : Optional.empty();
        sinceNanos = clock.nanos();
        lookNanos = sinceNanos;
        tell();
    }

    /**
     * Watches that process from now on.
     *
     * @param pid      as a person wrote it
     * @param children whether also what it has started and will start
     * @throws Refusal when it is no process id, or there is no such process that we may see
     */
    public static Attached to(String pid, Clock clock, boolean children) throws Refusal {
        return to(pid, clock, children, PROC);
    }

    static Attached to(String pid, Clock clock, boolean children, Path root) throws Refusal {
        WantedProcess wanted = new WantedProcess(root, pid);
        return new Attached(clock, root, wanted.number(), wanted.stat(), children);
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
        look(now);
        if (!rootLives && started.isEmpty()) {
            phase = Phase.ENDED;
            sinceNanos = now;
            tell();
            return Step.snapshotNow(now);
        }
        return Step.later(lookNanos);
    }

    private void look(long now) {
        // The id may meanwhile be another process's.
        Optional<ProcessStat> stat = ProcessStat.read(root, pid)
                .filter(found -> !found.ended() && found.startTicks() == first.startTicks());
        boolean lived = rootLives;
        rootLives &= stat.isPresent();
        lookNanos = now + WATCH_NANOS;
        List<ProcessReading> before = started;
        descendants.ifPresent(family -> {
            family.look();
            lookNanos = now + family.restNanos();
            started = family.readings();
        });
        String noted = note;
        note = rootLives ? ofStopped(stat) + ofUnseen() : ofLeft() + ofUnseen();
        if (lived != rootLives || started != before || !note.equals(noted)) {
            tell();
        }
    }

    private String ofStopped(Optional<ProcessStat> stat) {
        boolean stopped = stat.filter(ProcessStat::stopped).isPresent();
        return stopped ? "Process " + pid + " is stopped, and does nothing until it is told to go on: kill -CONT " + pid + ". " : "";
    }

    private String ofLeft() {
        int left = started.size();
        return left == 0 ? "" : "Process " + pid + " has ended; " + (left == 1 ? "a process that it has started goes on. "
                : left + " processes that it has started go on. ");
    }

    private String ofUnseen() {
        int unseen = descendants.map(Descendants::unseen).orElse(0);
        return unseen == 0 ? "" : (unseen == 1 ? "A process that it has started" : unseen + " processes that it has started")
                + " may not be seen; run as root to see all. ";
    }

    private void tell() {
        List<ProcessReading> all = new ArrayList<>();
        all.add(rootLives ? ProcessReading.running(pid) : new ProcessReading(pid, false, OptionalInt.empty(), ""));
        all.addAll(started);
        String name = first.command() + " " + pid;
        lanes = List.of(new LaneReading(0, name, VARIANT, 0, phase, sinceNanos, 0, all, "", List.of(), note.strip()));
    }

    @Override
    public synchronized boolean finished() {
        return phase.over();
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
