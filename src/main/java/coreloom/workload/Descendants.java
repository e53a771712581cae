package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The living processes that a process has started, and those that these have, as far as they were seen: one that was seen once stays known until it
 * ends, whatever becomes of its parent. From {@code /proc/PID/task/TID/children}; where the system has no such files, from the runtime's list of
 * all processes, which costs more and is asked less often.
 */
final class Descendants {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** Added for each file that was read, so that a look never takes more than a few percent of the time. */
    private static final long PER_FILE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PERIOD_OF_ALL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path proc;
    private final int root;
    private final boolean hasChildrenFiles;
    private final Map<Integer, ProcessHandle> known = new LinkedHashMap<>();
    private List<ProcessReading> readings = List.of();
    private long nextNanos = Long.MIN_VALUE;
    private int filesRead;

    /** @param proc {@code /proc} */
    Descendants(Path proc, int root) {
        this.proc = proc;
        this.root = root;
        hasChildrenFiles = Files.exists(proc.resolve("self/task/" + ProcessHandle.current().pid() + "/children"));
    }

    /** They, in the order in which they were seen; the same list as long as they are the same. */
    List<ProcessReading> readings() {
        return readings;
    }

    /** Looks anew, if the last time was long enough ago for what it costs. */
    void look(long now) {
        if (now >= nextNanos) {
            look();
            nextNanos = now + (hasChildrenFiles ? PERIOD_NANOS + filesRead * PER_FILE_NANOS : PERIOD_OF_ALL_NANOS);
        }
    }

    /** Looks anew. */
    void look() {
        filesRead = 0;
        boolean changed = known.values().removeIf(this::ended);
        if (hasChildrenFiles) {
            changed |= addChildren(root);
            for (int pid : List.copyOf(known.keySet())) {
                changed |= addChildren(pid);
            }
        } else {
            changed |= ProcessHandle.of(root).map(handle -> addAll(handle.descendants().toList())).orElse(false);
        }
        if (changed) {
            readings = known.keySet().stream().map(ProcessReading::running).toList();
        }
    }

    /** One that nobody has reaped yet has ended as well. */
    private boolean ended(ProcessHandle handle) {
        return !handle.isAlive() || ProcessStat.read(proc, (int) handle.pid()).filter(ProcessStat::ended).isPresent();
    }

    private boolean addAll(List<ProcessHandle> handles) {
        boolean added = false;
        for (ProcessHandle handle : handles) {
            added |= !ended(handle) && known.putIfAbsent((int) handle.pid(), handle) == null;
        }
        return added;
    }

    /** Adds the children of that process that are not known yet, and theirs. */
    private boolean addChildren(int pid) {
        List<Integer> fresh = new ArrayList<>();
        for (int child : children(pid)) {
            ProcessHandle.of(child).filter(handle -> !known.containsKey(child) && !ended(handle)).ifPresent(handle -> {
                known.put(child, handle);
                fresh.add(child);
            });
        }
        fresh.forEach(this::addChildren);
        return !fresh.isEmpty();
    }

    private List<Integer> children(int pid) {
        List<Integer> all = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(proc.resolve(pid + "/task"))) {
            for (Path task : tasks) {
                filesRead++;
                addNumbers(Files.readString(task.resolve("children"), StandardCharsets.US_ASCII), all);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return all; // it has ended meanwhile
        }
        return all;
    }

    private static void addNumbers(String text, List<Integer> into) {
        for (String number : text.strip().split(" ")) {
            if (number.matches("\\d{1,9}")) {
                into.add(Integer.valueOf(number));
            }
        }
    }

    /** Ends at once all that are known. */
    void kill() {
        known.values().forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until all that are known have ended, but not for ever. */
    void awaitEnd(long patienceMillis) throws InterruptedException {
        for (long waited = 0; waited < patienceMillis && !known.values().stream().allMatch(this::ended); waited++) {
            Thread.sleep(1);
        }
    }
}
