package coreloom.history;

import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
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
        boolean met = false;
        List<InterpreterLockReading> locks = later.interpreterLocks();
        for (int i = 0; i < locks.size(); i++) {
            InterpreterLockReading lock = locks.get(i);
            if (Rows.has(processes, lock.pid())) {
                newest = met ? newest : better(newest, lock);
                met = true;
                compared |= add(Rows.interpreterLock(earlier.interpreterLocks(), lock.pid()), lock);
            }
        }
        nanos += compared ? later.monotonicNanos() - earlier.monotonicNanos() : 0;
    }

    /** The newer reading; where it tells less of the same interpreter, as of one that is ending, the one before. */
    private static InterpreterLockReading better(InterpreterLockReading before, InterpreterLockReading now) {
        boolean less = before != null && before.sight() == LockSight.EXACT && now.sight() != LockSight.EXACT
                && before.pid() == now.pid() && before.interpreter().equals(now.interpreter());
        return less ? before : now;
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

    /** What was told last of the first process that runs an interpreter, or ran it to its end. */
    Optional<InterpreterLockReading> newest() {
        return Optional.ofNullable(newest);
    }
}
