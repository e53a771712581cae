package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.sampler.Faults;
import coreloom.sampler.WaitDemand;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is looked at, and when, to tell what it waits for. */
class ProcWaitsTest {
    private static final int PID = 40;
    private static final int[] PIDS = {PID};
    /** Numbers of clock_nanosleep and poll on x86-64. */
    private static final String SLEEPS = "230";
    private static final String POLLS = "7";

    private final Faults faults = new Faults();
    private final ThreadTable table = new ThreadTable();
    private FakeProc proc;
    private ProcThreads reader;

    @BeforeEach
    void twoThreads(@TempDir Path root) {
        proc = new FakeProc(root).process(PID, 2, 500).thread(PID, 40, "main", 'S', 1_000).thread(PID, 41, "worker", 'R', 5_000);
        reader = new ProcThreads(root, faults);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private void read() {
        reader.read(PIDS, table);
    }

    private int row(int tid) {
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row) && table.tid(row) == tid) {
                return row;
            }
        }
        throw new AssertionError("thread " + tid + " is in no row");
    }

    private void call(int tid, String text) {
        proc.write(PID + "/task/" + tid + "/syscall", text + " 0x3 0x80 0x2 0x0 0x0 0x0 0x7f10d3bfec60 0x7f10d489c117\n");
    }

    @Test
    void nobodyLooksUnlessAskedTo() {
        call(40, SLEEPS);
        call(41, POLLS);
        read();
        reader.look();
        read();
        assertFalse(table.knows(row(40), ThreadTable.WAIT));
        assertFalse(table.knows(row(40), ThreadTable.SAMPLES));
        assertEquals(WaitDemand.NONE, reader.demand());
    }

    @Test
    void awaitingTheEndOfAThreadThatHasJustBegunIsNoLock() {
        onX86();
        call(40, SLEEPS);
        call(41, SLEEPS);
        reader.watchWaits(PIDS);
        read();
        proc.thread(PID, 90, "brief", 'R', 10);
        proc.write(PID + "/task/41/syscall", "202 0x7f10d4c6a148 0x109 0x5a 0x0 0x0 0xffffffff 0x7f10d3bfec60 0x7f10d489c117\n");
        reader.look();
        read();
        assertEquals(WaitKind.CHILD, table.wait(row(41)));
    }

    @Test
    void aThreadThatHasNotRunIsNotLookedAtAgain() {
        onX86();
        call(40, SLEEPS);
        call(41, POLLS);
        reader.watchWaits(PIDS);
        read();
        read();
        reader.look();
        read();
        assertEquals(WaitKind.SLEEP, table.wait(row(40)));
        assertEquals(1, table.samples(row(40)));
        assertEquals(1, table.blockedSamples(row(40), WaitKind.SLEEP));
        assertEquals(4, table.samples(row(41)), "its state is R, so that each reading and each look looks at it");
        assertEquals(4, table.blockedSamples(row(41), WaitKind.IO));
    }

    @Test
    void aThreadThatRanIsLookedAtAnewAndMixedWaitsAskForMoreLooks() {
        onX86();
        call(40, SLEEPS);
        call(41, POLLS);
        reader.watchWaits(PIDS);
        read();
        read();
        assertEquals(WaitDemand.STEADY, reader.demand());
        proc.thread(PID, 40, "main", 'S', 2_000);
        call(40, POLLS);
        read();
        assertEquals(WaitKind.IO, table.wait(row(40)));
        assertEquals(WaitDemand.MIXED, reader.demand());
        proc.thread(PID, 41, "worker", 'S', 5_000);
        read();
        read();
        assertEquals(WaitDemand.NONE, reader.demand());
    }

    @Test
    void aThreadThatGoesBetweenReadingAndLookIsNoFault() {
        call(40, SLEEPS);
        call(41, POLLS);
        reader.watchWaits(PIDS);
        read();
        proc.process(PID, 1, 500).remove(PID + "/task/41");
        reader.look();
        read();
        assertTrue(table.used(row(40)));
        assertEquals(1, table.rows());
        assertEquals(0, faults.total());
    }

    @Test
    void aStoppedThreadDoesNotWaitForItsCall() {
        proc.thread(PID, 40, "main", 'T', 1_000);
        call(40, SLEEPS);
        call(41, POLLS);
        reader.watchWaits(PIDS);
        read();
        assertEquals(WaitKind.OTHER, table.wait(row(40)));
    }

    private static void onX86() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the system calls of these lines are numbered as on x86-64");
    }
}
