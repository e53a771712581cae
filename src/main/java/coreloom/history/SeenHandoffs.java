package coreloom.history;

import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Adds up the handoffs of the interpreter locks of one lane's processes, as read from outside. */
final class SeenHandoffs {
    private long handoffs;
    private long nanos;
    private InterpreterLockReading newest;

    /** Takes in what lies between two neighbouring snapshots. */
    void add(Snapshot earlier, Snapshot later, List<ProcessReading> processes) {
        boolean compared = false;
        newest = null;
        List<InterpreterLockReading> locks = later.interpreterLocks();
        for (int i = 0; i < locks.size(); i++) {
            InterpreterLockReading lock = locks.get(i);
            if (Rows.has(processes, lock.pid())) {
                newest = newest == null ? lock : newest;
                compared |= add(Rows.interpreterLock(earlier.interpreterLocks(), lock.pid()), lock);
            }
        }
        nanos += compared ? later.monotonicNanos() - earlier.monotonicNanos() : 0;
    }

    private boolean add(InterpreterLockReading before, InterpreterLockReading after) {
        boolean both = before != null && before.lock().isPresent() && after.lock().isPresent()
                && after.lock().get().handoffs() >= before.lock().get().handoffs();
        handoffs += both ? after.lock().get().handoffs() - before.lock().get().handoffs() : 0;
        return both;
    }

    /** Handoffs per second, where locks could be read. */
    OptionalDouble perSecond() {
        return nanos > 0 ? OptionalDouble.of(handoffs * 1e9 / nanos) : OptionalDouble.empty();
    }

    /** What the last snapshot told of the first process that runs an interpreter. */
    Optional<InterpreterLockReading> newest() {
        return Optional.ofNullable(newest);
    }
}
