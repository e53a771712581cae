package coreloom.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InterpreterLockReadingTest {
    private static final Interpreter INTERPRETER = new Interpreter("3.12.1", false);
    private static final InterpreterLock LOCK = new InterpreterLock(true, 5000, 42, true, OptionalInt.of(7));

    @Test
    void fieldsComeWithAnExactSightAndAReasonWithAnyOther() {
        assertEquals(LockSight.EXACT, InterpreterLockReading.exact(7, INTERPRETER, LOCK).sight());
        assertEquals("because", InterpreterLockReading.without(7, INTERPRETER, LockSight.INFERRED, "because").reason());
        refused(LockSight.EXACT, "", Optional.empty());
        refused(LockSight.EXACT, "because", Optional.of(LOCK));
        refused(LockSight.INFERRED, "because", Optional.of(LOCK));
        refused(LockSight.UNSEEN, "", Optional.empty());
    }

    private static void refused(LockSight sight, String reason, Optional<InterpreterLock> lock) {
        assertThrows(IllegalArgumentException.class, () -> new InterpreterLockReading(7, INTERPRETER, sight, reason, lock));
    }

    @Test
    void aLockCountsForwardAndHasAHolderOnlyWhenHeld() {
        assertThrows(IllegalArgumentException.class, () -> new InterpreterLock(true, -1, 0, false, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new InterpreterLock(true, 5000, -1, false, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> new InterpreterLock(true, 5000, 0, false, OptionalInt.of(7)));
    }
}
