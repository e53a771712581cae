package coreloom.sampler.oshi;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadReader;
import coreloom.sampler.ThreadRows;
import coreloom.snapshot.ThreadTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Threads by OSHI, on every platform it knows: on-CPU time (in steps of a clock tick) and state; no run delay, slices or core. Costs some
 * 90 KB of garbage and 80 us per thread and snapshot, so it is the reader where there is no better one. OSHI is loaded by the first
 * reading that has a process to watch.
 */
public final class OshiThreads implements ThreadReader {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Supplier<ThreadDetails> load;
    private final Faults faults;
    private final ThreadRows rows = new ThreadRows();
    private Map<Key, OshiThread> known = new HashMap<>();
    private ThreadDetails details;

    private record Key(int pid, int tid) {}

    OshiThreads(Supplier<ThreadDetails> load, Faults faults) {
        this.load = load;
        this.faults = faults;
    }

    /** Threads of a Linux machine, without native code. */
    public static OshiThreads linux(Faults faults) {
        return new OshiThreads(() -> new OshiDetails(Oshi.nativeFree()), faults);
    }

    /** Threads of any other machine that OSHI knows. */
    public static OshiThreads elsewhere(Faults faults) {
        return new OshiThreads(() -> new OshiDetails(Oshi.nativeAccess()), faults);
    }

    @Override
    public void read(int[] pids, ThreadTable into) {
        Map<Key, OshiThread> former = known;
        known = new HashMap<>();
        List<OshiThread> met = new ArrayList<>();
        for (int pid : pids) {
            for (ThreadDetail detail : details(pid)) {
                met.add(meet(pid, detail, former));
            }
        }
        former.values().forEach(thread -> rows.giveBack(thread.row()));
        into.reset(rows.count());
        met.forEach(thread -> write(thread, into));
    }

    private List<ThreadDetail> details(int pid) {
        try {
            if (details == null) {
                details = load.get();
            }
            return details.of(pid);
        } catch (RuntimeException | LinkageError e) {
            faults.count(Fault.THREADS_UNREADABLE, e);
            return List.of();
        }
    }

    private OshiThread meet(int pid, ThreadDetail detail, Map<Key, OshiThread> former) {
        Key key = new Key(pid, detail.tid());
        OshiThread before = former.remove(key);
        OshiThread now = before == null ? new OshiThread(rows.take(), pid, detail) : before.then(detail);
        known.put(key, now);
        return now;
    }

    private void write(OshiThread thread, ThreadTable into) {
        ThreadDetail detail = thread.detail();
        int row = thread.row();
        into.put(row, thread.pid(), detail.tid(), thread.startMillis(), detail.name());
        if (thread.fell()) {
            faults.count(Fault.THREAD_TIME_FELL, "thread " + detail.tid());
        } else if (detail.cpuMillis().isPresent()) {
            into.onCpu(row, detail.cpuMillis().getAsLong() * NANOS_PER_MILLI);
        }
        if (detail.state() != ThreadDetail.UNTOLD) {
            into.state(row, detail.state());
        }
    }

    /** Forgets every thread; OSHI keeps no file open. */
    @Override
    public void close() {
        known.values().forEach(thread -> rows.giveBack(thread.row()));
        known.clear();
    }
}
