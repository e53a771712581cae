package coreloom.sampler.linux;

import coreloom.sampler.WaitDemand;
import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One watched process id: the process that has it now, and its threads. The list of threads is read anew only when the process tells
 * another number of them, or one has gone.
 */
final class ProcProcess implements AutoCloseable {
    /** Up to here a word that is waited for is the state of a lock (0, 1, 2), and not the id of a thread. */
    private static final int NO_TASK = 2;
    /** PID_MAX_LIMIT of the kernel. */
    private static final int MOST_TASK = 1 << 22;

    private final ProcShared shared;
    private final int pid;
    private final Path tasks;
    private final ProcFile statFile;
    private final List<ProcThread> threads = new ArrayList<>();
    private final ThreadPass pass;
    private boolean present;
    /** Whether another process had the id at the last reading: its time and this one's are then not to be subtracted. */
    private boolean replaced;
    private long startTicks;
    private long threadCount;
    /** The threads that ran before the last reading, and so may wait for something else at any time. */
    private final List<ProcThread> lively = new ArrayList<>();
    private boolean waits;
    private GilWaitRule rule;
    private final FutexWait.TaskNumbers tasksOfIt = this::has;

    ProcProcess(ProcShared shared, int pid) {
        this.shared = shared;
        this.pid = pid;
        Path directory = shared.proc().resolve(Integer.toString(pid));
        tasks = directory.resolve("task");
        // Of its first thread, which stays as long as the process: that of the process adds up the times of all threads.
        statFile = new ProcFile(tasks.resolve(Integer.toString(pid)).resolve("stat"), shared.files());
        pass = new ThreadPass(pid, shared.clock());
    }

    int pid() {
        return pid;
    }

    /** From now on, or no longer, its threads are looked at to tell what they wait for. */
    void watchWaits(boolean watch) {
        if (watch != waits) {
            waits = watch;
            threads.forEach(thread -> thread.watchWaits(watch));
            lively.clear();
        }
    }

    /** The threads that it has. */
    List<ProcThread> threads() {
        return threads;
    }

    boolean watchesWaits() {
        return waits;
    }

    /** How waits for the interpreter lock are told; null where none is known. */
    void rule(GilWaitRule known) {
        rule = known;
    }

    /** Looks at each thread that has run, or was never looked at, and tells what there is to learn until the next reading. */
    WaitDemand settleWaits(WaitReading reading) {
        WaitDemand demand = WaitDemand.NONE;
        lively.clear();
        for (int i = 0; waits && present && i < threads.size(); i++) {
            ProcThread thread = threads.get(i);
            thread.settleWait(reading, rule, tasksOfIt);
            if (thread.ran()) {
                lively.add(thread);
            }
            demand = demand.and(thread.takeMixed() ? WaitDemand.MIXED : thread.ran() ? WaitDemand.STEADY : WaitDemand.NONE);
        }
        return demand;
    }

    /** Looks at each thread that ran lately. */
    void look(WaitReading reading) {
        for (int i = 0; i < lively.size(); i++) {
            lively.get(i).look(reading, rule, tasksOfIt);
        }
    }

    /** One that began after the last list of threads is only in its directory. */
    private boolean has(long tid) {
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).tid() == tid) {
                return true;
            }
        }
        return tid > NO_TASK && tid <= MOST_TASK && Files.exists(tasks.resolve(Long.toString(tid)));
    }

    /** Reads the process and all its threads; {@code snapshot} is a number that grows by one each time. */
    void read(long snapshot) {
        present = readProcess();
        if (!present) {
            return;
        }
        if (threads.size() != threadCount) {
            list();
        }
        if (!pass.read(threads, snapshot)) {
            list();
            readNew(snapshot);
        }
    }

    private boolean readProcess() {
        boolean wasOpen = statFile.kept();
        Outcome outcome = shared.lines().readStat(statFile);
        if (outcome == Outcome.GONE) {
            close();
            outcome = wasOpen ? shared.lines().readStat(statFile) : outcome;
        }
        if (outcome != Outcome.READ) {
            shared.lost(outcome, statFile.path());
            return false;
        }
        meet(shared.lines().stat());
        return true;
    }

    /** A process that started at another time is another process, whatever its id. */
    private void meet(StatLine line) {
        replaced = startTicks != 0 && line.startTicks() != startTicks;
        if (line.startTicks() != startTicks) {
            forget();
        }
        startTicks = line.startTicks();
        threadCount = line.threads();
    }

    private void list() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(tasks)) {
            Set<Integer> tids = new TreeSet<>();
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.matches("[1-9]\\d{0,8}")) {
                    tids.add(Integer.valueOf(name));
                }
            }
            merge(tids);
        } catch (IOException e) {
            notListed(e);
        } catch (DirectoryIteratorException e) {
            notListed(e.getCause());
        }
    }

    private void notListed(IOException e) {
        Outcome outcome = Outcome.ofRefusal(e, tasks);
        shared.lost(outcome, tasks);
        if (outcome == Outcome.GONE) {
            forget();
        }
    }

    private void merge(Set<Integer> tids) {
        threads.removeIf(thread -> {
            boolean gone = !tids.remove(thread.tid());
            if (gone) {
                pass.gone(thread);
                thread.close();
            }
            return gone;
        });
        for (int tid : tids) {
            ProcThread thread = new ProcThread(shared, tasks, tid);
            thread.watchWaits(waits);
            threads.add(thread);
        }
    }

    /** Reads those that are not known yet, and drops those that have gone already. */
    private void readNew(long snapshot) {
        threads.removeIf(thread -> {
            boolean gone = !thread.identified() && !pass.read(thread, snapshot, true);
            if (gone) {
                pass.gone(thread);
                thread.close();
            }
            return gone;
        });
    }

    /** Puts its threads into their rows; none when the last reading found no process. */
    void write(ThreadTable into) {
        if (present) {
            for (int i = 0; i < threads.size(); i++) {
                threads.get(i).write(pid, into);
            }
        }
    }

    /** Adds its CPU time, that of the threads that have ended too, if it can be told. */
    void writeTime(ProcessTimes into) {
        long nanos = present && !replaced ? pass.processNanos() : ProcessClock.UNKNOWN;
        if (nanos != ProcessClock.UNKNOWN) {
            into.add(pid, nanos);
        }
    }

    private void forget() {
        threads.forEach(ProcThread::close);
        threads.clear();
        lively.clear();
        pass.forget();
    }

    /** Closes its files and gives the rows of its threads back. */
    @Override
    public void close() {
        statFile.close();
        forget();
    }
}
