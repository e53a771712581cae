package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.Interpreter;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SeenHandoffsTest {
    private static final long SECOND = 1_000_000_000;
    private static final Interpreter V3_12 = new Interpreter("3.12.1", false);
    private static final List<ProcessReading> PROCESSES = List.of(ProcessReading.running(10), ProcessReading.running(11));

    private final SeenHandoffs seen = new SeenHandoffs();
    private Snapshot last = snapshot();
    private int seconds;

    private static InterpreterLockReading exact(int pid, long handoffs) {
        return InterpreterLockReading.exact(pid, V3_12, new InterpreterLock(true, 500, handoffs, true, OptionalInt.empty()));
    }

    private static InterpreterLockReading lost(int pid, Interpreter interpreter) {
        return InterpreterLockReading.without(pid, interpreter, LockSight.INFERRED, "It is ending.");
    }

    private Snapshot snapshot(InterpreterLockReading... readings) {
        Snapshot snapshot = new Snapshot();
        snapshot.at(seconds, seconds++ * SECOND, 0);
        snapshot.interpreterLocks(List.of(readings));
        return snapshot;
    }

    private void then(InterpreterLockReading... readings) {
        Snapshot next = snapshot(readings);
        seen.add(last, next, PROCESSES);
        last = next;
    }

    @Test
    void whatWasSeenLastOfAnInterpreterThatHasEndedStands() {
        then(exact(10, 0));
        then(exact(10, 200));
        then(lost(10, V3_12));
        assertEquals(Optional.of(exact(10, 200)), seen.newest());
        then();
        assertEquals(Optional.of(exact(10, 200)), seen.newest());
        assertEquals(OptionalDouble.of(200), seen.perSecond());
    }

    @Test
    void theFirstProcessThatHasOneIsTold() {
        then(exact(10, 5), exact(11, 7));
        assertEquals(Optional.of(exact(10, 5)), seen.newest());
        then(exact(11, 8));
        assertEquals(Optional.of(exact(11, 8)), seen.newest());
    }

    @Test
    void anotherInterpreterInItsPlaceIsTold() {
        Interpreter other = new Interpreter("3.13.0", false);
        then(exact(10, 5));
        then(lost(10, other));
        assertEquals(Optional.of(lost(10, other)), seen.newest());
    }
}
