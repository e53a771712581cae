package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.QuotaReading;
import coreloom.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What keeps the processes of one lane, or of several, from cores between two snapshots. Reused; allocates nothing where nothing is limited. */
final class LaneLimits {
    private static final int MOST_CORES = 1 << 16;

    private final BitSet allowed = new BitSet();
    private final BitSet denied = new BitSet();
    private final List<String> counted = new ArrayList<>();
    private boolean free;
    private double throttled;
    private long periods;
    private long throttledPeriods;
    private double quotaCores;

    /** Begins with nothing. */
    void clear() {
        allowed.clear();
        denied.clear();
        counted.clear();
        free = false;
        throttled = 0;
        periods = 0;
        throttledPeriods = 0;
        quotaCores = Double.POSITIVE_INFINITY;
    }

    /** Takes in the living processes of a lane: a core is denied when none of them may use it. */
    void add(Snapshot earlier, Snapshot later, LaneReading lane) {
        for (int i = 0; i < lane.processes().size(); i++) {
            ProcessReading process = lane.processes().get(i);
            if (process.alive()) {
                LimitReading limit = find(later.limits(), process.pid());
                affinity(limit);
                if (limit != null && limit.quota().isPresent()) {
                    throttle(earlier, limit.quota().get());
                }
            }
        }
        if (free) {
            denied.clear();
        }
    }

    private void affinity(LimitReading limit) {
        if (limit == null || limit.cores().isEmpty()) {
            free = true;
            return;
        }
        if (allowed.isEmpty()) {
            denied.set(0, MOST_CORES);
        }
        for (int i = 0; i < limit.cores().size(); i++) {
            allowed.set(limit.cores().get(i));
            denied.clear(limit.cores().get(i));
        }
    }

    /** A group that was not there before has all its time from now, or nobody knows since when: it counts from the next snapshot on. */
    private void throttle(Snapshot earlier, QuotaReading now) {
        if (counted.contains(now.group())) {
            return;
        }
        counted.add(now.group());
        for (int i = 0; i < earlier.limits().size(); i++) {
            if (earlier.limits().get(i).quota().isPresent() && earlier.limits().get(i).quota().get().group().equals(now.group())) {
                count(earlier.limits().get(i).quota().get(), now);
                return;
            }
        }
    }

    private void count(QuotaReading before, QuotaReading now) {
        throttled += Math.max(0, now.throttledMicros() - before.throttledMicros()) * 1e3;
        periods += Math.max(0, now.periods() - before.periods());
        throttledPeriods += Math.max(0, now.throttledPeriods() - before.throttledPeriods());
        quotaCores = Math.min(quotaCores, now.cores());
    }

    private static LimitReading find(List<LimitReading> limits, int pid) {
        for (int i = 0; i < limits.size(); i++) {
            if (limits.get(i).pid() == pid) {
                return limits.get(i);
            }
        }
        return null;
    }

    /** Ids of the cores that none of the processes may use; empty where one of them may use all. */
    BitSet denied() {
        return denied;
    }

    /** Periods in which a cgroup with a quota had something to run. */
    long periods() {
        return periods;
    }

    /** Of these, those in which the quota was used up. */
    long throttledPeriods() {
        return throttledPeriods;
    }

    /** Cores that the tightest quota allows on average; infinite where there is none. */
    double quotaCores() {
        return quotaCores;
    }

    /** How long threads were kept from cores because a quota was used up, ns summed over cores. */
    double throttledNanos() {
        return throttled;
    }
}
