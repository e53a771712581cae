package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The living processes that a process has started, and those that these have, as far as they were seen: one that was seen once stays known
 * until it ends, whatever becomes of its parent. One that reuses the id of another is told by its start time. From {@link ListedChildren},
 * or from {@link ScannedChildren} where the kernel has no such lists, or reading those of very many threads would cost more.
 */
final class Descendants {
    /** A program that we start: what it starts is to be seen soon. */
    static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** Looking takes no more than that part of the time. */
    private static final long SHARE = 100;
    private static final long STAT_NANOS = 15_000;
    private static final long MANY_THREADS = 256;

    private final Path proc;
    private final int root;
    private final Optional<Long> rootStart;
    private final long periodNanos;
    private final Optional<Kinship> listed;
    private final Kinship scanned;
    private final Map<Integer, Long> known = new LinkedHashMap<>();
    private Set<Integer> unreadable = Set.of();
    private int unseen;
    private List<ProcessReading> readings = List.of();
    private long costNanos;
    private long nextNanos = Long.MIN_VALUE;

    /**
     * @param proc        {@code /proc}, or a tree like it
     * @param periodNanos shortest time between two looks
     */
    Descendants(Path proc, int root, long periodNanos) {
        this.proc = proc;
        this.root = root;
        this.periodNanos = periodNanos;
        rootStart = ProcessStat.read(proc, root).map(ProcessStat::startTicks);
        listed = ListedChildren.offeredFor(proc, root) ? Optional.of(new ListedChildren(proc)) : Optional.empty();
        scanned = new ScannedChildren(proc);
    }

    /** They, in the order in which they were seen; the same list as long as they are the same. */
    List<ProcessReading> readings() {
        return readings;
    }

    /** How many there are that may not be seen, as far as the kernel lists them. */
    int unseen() {
        return unseen;
    }

    /** How long to leave between the last look and the next, ns. */
    long restNanos() {
        return Math.max(periodNanos, SHARE * costNanos);
    }

    /** Looks anew, if the last time was long enough ago for what it costs. */
    void look(long now) {
        if (now >= nextNanos) {
            look();
            nextNanos = now + restNanos();
        }
    }

    /** Looks anew. */
    void look() {
        costNanos = 0;
        long threads = 0;
        boolean changed = false;
        for (int pid : List.copyOf(known.keySet())) {
            Optional<ProcessStat> stat = living(pid, known.get(pid));
            changed |= stat.isEmpty() && known.remove(pid) != null;
            threads += stat.map(ProcessStat::threads).orElse(0L);
        }
        Optional<ProcessStat> first = rootStart.flatMap(start -> living(root, start));
        Deque<Integer> parents = new ArrayDeque<>(known.keySet());
        first.ifPresent(stat -> parents.addFirst(root));
        threads += first.map(ProcessStat::threads).orElse(0L);
        if (meetChildren(parents, threads) | changed) {
            tell();
        }
    }

    private Optional<ProcessStat> living(int pid, long startTicks) {
        costNanos += STAT_NANOS;
        return ProcessStat.read(proc, pid).filter(stat -> stat.startTicks() == startTicks && !stat.ended());
    }

    private boolean meetChildren(Deque<Integer> parents, long threads) {
        Kinship kinship = threads <= MANY_THREADS && listed.isPresent() ? listed.get() : scanned;
        Set<Integer> refused = new HashSet<>();
        boolean met = false;
        kinship.begin();
        while (!parents.isEmpty()) {
            for (int child : kinship.childrenOf(parents.removeFirst())) {
                if (child != root && !known.containsKey(child) && meet(child, refused)) {
                    parents.add(child);
                    met = true;
                }
            }
        }
        costNanos += kinship.costNanos();
        unseen = (int) refused.stream().filter(unreadable::contains).count();
        unreadable = refused;
        return met;
    }

    /** False for one that has ended, or may not be seen; the latter is listed again and again. */
    private boolean meet(int pid, Set<Integer> refused) {
        costNanos += STAT_NANOS;
        Optional<ProcessStat> stat = ProcessStat.read(proc, pid);
        if (stat.isEmpty()) {
            refused.add(pid);
        }
        stat.filter(found -> !found.ended()).ifPresent(found -> known.put(pid, found.startTicks()));
        return known.containsKey(pid);
    }

    private void tell() {
        readings = known.keySet().stream().map(ProcessReading::running).toList();
    }

    /** Takes those of them that live for descendants, whoever their parents are now, and looks for what these have started. */
    void adopt(Collection<Integer> pids) {
        boolean met = false;
        for (int pid : pids) {
            met |= pid != root && !known.containsKey(pid) && meet(pid, new HashSet<>());
        }
        if (met) {
            tell();
        }
        look();
    }

    /** Asks all that are known to end. */
    void ask() {
        known.forEach((pid, start) -> living(pid, start).flatMap(stat -> ProcessHandle.of(pid)).ifPresent(ProcessHandle::destroy));
    }

    /** Ends at once all that are known. */
    void kill() {
        known.forEach((pid, start) -> living(pid, start).flatMap(stat -> ProcessHandle.of(pid)).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Waits until all that are known have ended, but not for ever. */
    void awaitEnd(long patienceMillis) throws InterruptedException {
        for (long waited = 0; waited < patienceMillis && anyLives(); waited++) {
            Thread.sleep(1);
        }
    }

    private boolean anyLives() {
        return known.entrySet().stream().anyMatch(one -> living(one.getKey(), one.getValue()).isPresent());
    }
}
