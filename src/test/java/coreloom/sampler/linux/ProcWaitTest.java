package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks at one thread add up to. */
class ProcWaitTest {
    private static final ProcShared SHARED = new ProcShared(Path.of("none"), new ProcLines(), new OpenFiles(1), new ThreadRows(), new Faults(), 1,
            ProcessClock.NONE);

    private final ProcWait wait = new ProcWait(null);
    private final ThreadTable table = new ThreadTable();

    /** Finds the thread so, one reading after the other; null where it runs. */
    private static final class Readings extends WaitReading {
        private final List<WaitKind> found;
        private final LockSign sign;
        private int next;

        Readings(LockSign sign, WaitKind... found) {
            super(SHARED);
            this.sign = sign;
            this.found = Arrays.asList(found);
        }

        @Override
        boolean read(WaitFiles files, GilWaitRule rule, FutexWait.TaskNumbers tasks) {
            next++;
            return true;
        }

        @Override
        WaitKind kind() {
            return found.get(Math.min(next, found.size()) - 1);
        }

        @Override
        LockSign lockSign() {
            return sign;
        }
    }

    @BeforeEach
    void oneRow() {
        table.reset(1);
        table.put(0, 40, 41, 500, "worker");
    }

    private int look(LockSign sign, WaitKind... found) {
        Readings readings = new Readings(sign, found);
        wait.look(readings, null, tid -> false);
        wait.write(table, 0);
        return readings.next;
    }

    @Test
    void aThreadOnItsWayIntoAWaitIsFoundInIt() {
        assertEquals(3, look(LockSign.NONE, null, null, WaitKind.DISK));
        assertEquals(1, table.samples(0));
        assertEquals(1, table.blockedSamples(0, WaitKind.DISK));
    }

    @Test
    void oneThatGoesOnRunningIsASampleThatFoundNoWait() {
        assertEquals(5, look(LockSign.NONE, null, null, null, null, null, WaitKind.DISK));
        assertEquals(1, table.samples(0));
        assertEquals(0, table.blockedSamples(0, WaitKind.DISK));
        assertFalse(table.knows(0, ThreadTable.WAIT));
    }

    @Test
    void oneThatIsBlockedIsReadOnce() {
        assertEquals(1, look(LockSign.NONE, WaitKind.IO, WaitKind.DISK));
        assertEquals(1, table.blockedSamples(0, WaitKind.IO));
    }

    @Test
    void whatItsLastWaitAsForALockToldIsKeptWhileItWaitsForSomethingElse() {
        look(LockSign.CONDITION, WaitKind.LOCK);
        look(LockSign.NONE, WaitKind.IO);
        assertEquals(LockSign.CONDITION, table.lockSign(0));
        look(LockSign.LOCK, WaitKind.LOCK);
        assertEquals(LockSign.LOCK, table.lockSign(0));
    }
}
