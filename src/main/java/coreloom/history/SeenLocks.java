package coreloom.history;

import coreloom.snapshot.InterpreterLockReading;
import java.util.Objects;
import java.util.Optional;

/**
 * What is seen from outside of the locks of a lane that does not report.
 *
 * @param busiest     the lock with most waiting, where several threads were seen at one
 * @param interpreter the newest reading of the interpreter lock of its first process that has one, or had one to its end
 */
public record SeenLocks(Optional<BusiestLock> busiest, Optional<InterpreterLockReading> interpreter) {
    /** Nothing is seen. */
    public static final SeenLocks NONE = new SeenLocks(Optional.empty(), Optional.empty());

    public SeenLocks {
        Objects.requireNonNull(busiest);
        Objects.requireNonNull(interpreter);
    }
}
