package coreloom.sampler.linux;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the threads of one process for a snapshot: all of them, or, where there are many, only those that have run lately, when the CPU time
 * of the process tells that no other has ({@link CpuBalance}). A process of a thousand threads that sleep then costs a tenth. For one thread.
 */
final class ThreadPass {
    /** Below, reading the process's time costs as much as it saves. */
    static final int LEAST = 64;
    /** Where all threads are read, each has its {@code stat} read at least once in that many snapshots, so that names and states stay true. */
    private static final int TURNS = 16;
    /** And each of those that rest is read at least once in that many: there are many of them, and only another thread can rename one. */
    private static final int TURNS_AT_REST = 64;
    /** The most snapshots in a row for which nothing is tried, while it is in vain each time. */
    private static final int MOST_PATIENCE = 16;
    private static final int ATTEMPTS = 2;

    private final int pid;
    private final ProcessClock clock;
    private final CpuBalance balance = new CpuBalance();
    private final List<ProcThread> awake = new ArrayList<>();
    private int patience = 1;
    private int pause;
    /** Of the last reading, where that needed it. */
    private long processNanos = ProcessClock.UNKNOWN;

    ThreadPass(int pid, ProcessClock clock) {
        this.pid = pid;
        this.clock = clock;
    }

    /** Begins with another process, or the same one without threads. */
    void forget() {
        balance.forget();
        awake.clear();
    }

    /** That thread is no longer among them. */
    void gone(ProcThread thread) {
        balance.gone(thread.countedNanos());
    }

    /** Reads a thread; false when it has gone. */
    boolean read(ProcThread thread, long snapshot, boolean turn) {
        long before = thread.countedNanos();
        boolean there = thread.read(snapshot, turn);
        balance.read(before, thread.countedNanos());
        return there;
    }

    /** Reads the threads, as many of them as is needed, and drops those that have gone; false when there were such. */
    boolean read(List<ProcThread> threads, long snapshot) {
        processNanos = ProcessClock.UNKNOWN;
        boolean tries = tries(threads);
        if (tries && balance.known()) {
            boolean enough = readAwake(threads, snapshot);
            rate(enough);
            if (enough) {
                return true;
            }
        }
        boolean all = readAll(threads, snapshot);
        if (tries && all && !balance.known() && few(threads)) {
            guess(snapshot);
            rate(false);
        }
        return all;
    }

    /** CPU time of the whole process at the last reading, ns; the kernel is asked unless that reading did. */
    long processNanos() {
        return processNanos == ProcessClock.UNKNOWN ? clock.nanos(pid) : processNanos;
    }

    private boolean tries(List<ProcThread> threads) {
        if (threads.size() < LEAST || pause > 0) {
            pause = Math.max(0, pause - 1);
            return false;
        }
        return !balance.known() || few(threads);
    }

    /** Whether so few ran lately that reading only them, and perhaps all of them after it, is worth it. */
    private boolean few(List<ProcThread> threads) {
        return awake.size() <= threads.size() / 4;
    }

    /** What was in vain is tried less and less often. */
    private void rate(boolean worthIt) {
        patience = worthIt ? 1 : Math.min(MOST_PATIENCE, patience * 2);
        pause = patience - 1;
    }

    /** Whether those that ran lately, and those whose turn it is, are all that there was to read. */
    private boolean readAwake(List<ProcThread> threads, long snapshot) {
        for (int i = (int) (snapshot % TURNS_AT_REST); i < threads.size(); i += TURNS_AT_REST) {
            ProcThread thread = threads.get(i);
            boolean slept = thread.rests();
            if (!read(thread, snapshot, true)) {
                return false;
            }
            if (slept && !thread.rests()) {
                awake.add(thread);
            }
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!readThose(awake, snapshot)) {
                return false;
            }
            long nanos = clock.nanos(pid);
            if (balance.holds(nanos)) {
                processNanos = nanos;
                awake.removeIf(ProcThread::rests);
                return true;
            }
        }
        return false;
    }

    private boolean readThose(List<ProcThread> some, long snapshot) {
        for (int i = 0; i < some.size(); i++) {
            if (!read(some.get(i), snapshot, false)) {
                return false;
            }
        }
        return true;
    }

    private boolean readAll(List<ProcThread> threads, long snapshot) {
        boolean rested = true;
        int kept = 0;
        awake.clear();
        for (int i = 0; i < threads.size(); i++) {
            ProcThread thread = threads.get(i);
            boolean slept = thread.rests();
            if (read(thread, snapshot, i % TURNS == snapshot % TURNS)) {
                threads.set(kept++, thread);
                rested &= !slept || thread.rests();
                if (!thread.rests()) {
                    awake.add(thread);
                }
            } else {
                gone(thread);
                thread.close();
            }
        }
        boolean all = kept == threads.size();
        if (!all) {
            threads.subList(kept, threads.size()).clear();
        }
        balance.confirm(rested);
        return all;
    }

    private void guess(long snapshot) {
        long before = clock.nanos(pid);
        if (readThose(awake, snapshot)) {
            balance.guess(before, clock.nanos(pid));
        }
    }
}
