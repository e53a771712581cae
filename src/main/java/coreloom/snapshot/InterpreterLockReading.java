package coreloom.snapshot;

import java.util.Objects;
import java.util.Optional;

/**
 * What can be told from outside of the interpreter lock of one CPython process: that of its main interpreter, which all its threads share
 * unless the program makes interpreters with locks of their own (PEP 684). The process is not stopped, attached to or changed.
 *
 * @param pid         process id
 * @param interpreter what it runs
 * @param sight       how well the lock is seen
 * @param reason      one sentence that says why it is not seen exactly; empty when it is
 * @param lock        its fields, present exactly when they are seen
 */
public record InterpreterLockReading(int pid, Interpreter interpreter, LockSight sight, String reason, Optional<InterpreterLock> lock) {
    public InterpreterLockReading {
        Objects.requireNonNull(interpreter);
        if (lock.isPresent() != (sight == LockSight.EXACT) || reason.isEmpty() != (sight == LockSight.EXACT)) {
            throw new IllegalArgumentException("Fields come with an exact sight, a reason with any other: " + sight + ", \"" + reason
                    + "\", " + lock);
        }
    }

    public static InterpreterLockReading exact(int pid, Interpreter interpreter, InterpreterLock lock) {
        return new InterpreterLockReading(pid, interpreter, LockSight.EXACT, "", Optional.of(lock));
    }

    /** A reading without fields. */
    public static InterpreterLockReading without(int pid, Interpreter interpreter, LockSight sight, String reason) {
        return new InterpreterLockReading(pid, interpreter, sight, reason, Optional.empty());
    }
}
