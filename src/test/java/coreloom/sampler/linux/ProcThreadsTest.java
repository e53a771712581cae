package coreloom.sampler.linux;

import static coreloom.snapshot.ThreadTable.CORE;
import static coreloom.snapshot.ThreadTable.ON_CPU;
import static coreloom.snapshot.ThreadTable.RUN_DELAY;
import static coreloom.snapshot.ThreadTable.SLICES;
import static coreloom.snapshot.ThreadTable.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import coreloom.snapshot.ThreadTable;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcThreadsTest {
    private static final int PID = 40;
    private static final int[] PIDS = {PID};

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

    private Set<Integer> tids() {
        Set<Integer> tids = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row)) {
                tids.add(table.tid(row));
            }
        }
        return tids;
    }

    private int row(int tid) {
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row) && table.tid(row) == tid) {
                return row;
            }
        }
        throw new AssertionError("thread " + tid + " is in no row; there are " + tids());
    }

    @Test
    void readsEveryColumn() {
        read();
        int row = row(41);
        assertEquals(PID, table.pid(row));
        assertEquals("worker", table.name(row));
        assertEquals(141, table.startTicks(row));
        assertTrue(table.knows(row, ON_CPU | RUN_DELAY | SLICES | STATE | CORE));
        assertEquals(5_000, table.onCpuNanos(row));
        assertEquals(2_000, table.runDelayNanos(row));
        assertEquals(3, table.slices(row));
        assertEquals('R', table.state(row));
        assertEquals(1, table.core(row));
        assertEquals(0, faults.total());
    }

    @Test
    void aThreadThatRanIsReadAnew() {
        read();
        proc.thread(PID, 40, "renamed (a) b\nc", 'D', 20_000_000);
        read();
        assertEquals(20_000_000, table.onCpuNanos(row(40)));
        assertEquals('D', table.state(row(40)));
        assertEquals("renamed (a) b\nc", table.name(row(40)));
    }

    @Test
    void aSleeperIsRenamedWithinSixteenSnapshots() {
        read();
        proc.stat(PID, 40, FakeProc.stat(40, "new name", 'S', 0, 1, 140, 1));
        for (int i = 0; i < 16; i++) {
            read();
        }
        assertEquals("new name", table.name(row(40)));
    }

    @Test
    void aThreadThatWasRunningIsAlwaysReadAnew() {
        read();
        proc.stat(PID, 41, FakeProc.stat(41, "worker", 'S', 0, 1, 141, 0));
        read();
        assertEquals('S', table.state(row(41)));
        assertEquals(0, table.core(row(41)));
    }

    @Test
    void rowsAreKeptFreedAndReused() {
        proc.thread(PID, 42, "last", 'S', 1).process(PID, 3, 500);
        read();
        int last = row(42);
        int freed = row(41);
        proc.remove(PID + "/task/41").process(PID, 2, 500);
        read();
        assertEquals(Set.of(40, 42), tids());
        assertEquals(last, row(42));
        proc.thread(PID, 43, "next", 'S', 1).process(PID, 3, 500);
        read();
        assertEquals(last, row(42));
        assertEquals(freed, row(43));
        assertEquals(3, table.rows());
        assertEquals(0, faults.total());
    }

    @Test
    void aThreadThatVanishesWhileAnotherIsBornIsReplacedAtOnce() {
        read();
        proc.schedstat(PID, 41, "").remove(PID + "/task/41").thread(PID, 43, "successor", 'S', 7);
        read();
        assertEquals(Set.of(40, 43), tids());
        assertEquals(7, table.onCpuNanos(row(43)));
        assertEquals(0, faults.total());
    }

    @Test
    void aThreadIdThatIsReusedIsAnotherThread() {
        read();
        ThreadTable before = new ThreadTable();
        reader.read(PIDS, before);
        int row = row(41);
        proc.stat(PID, 41, FakeProc.stat(41, "other", 'S', 0, 1, 9_999, 0)).schedstat(PID, 41, "10 10 1\n");
        read();
        assertEquals("other", table.name(row(41)));
        assertEquals(10, table.onCpuNanos(row(41)));
        assertFalse(table.sameThread(row, before));
    }

    @Test
    void aProcessIdThatIsReusedIsAnotherProcess() {
        read();
        ThreadTable before = new ThreadTable();
        reader.read(PIDS, before);
        proc.remove(PID + "/task/41").process(PID, 1, 77_777).thread(PID, 40, "stranger", 'S', 5);
        read();
        assertEquals(Set.of(40), tids());
        assertEquals("stranger", table.name(row(40)));
        assertFalse(table.sameThread(row(40), before));
        assertEquals(0, faults.total());
    }

    @Test
    void aProcessThatVanishesHasNoRowsAndIsNoFault() {
        read();
        proc.write(PID + "/task/" + PID + "/stat", "").remove(String.valueOf(PID));
        read();
        assertEquals(Set.of(), tids());
        assertEquals(0, faults.total());
        proc.process(PID, 1, 900).thread(PID, 40, "again", 'S', 5);
        read();
        assertEquals(Set.of(40), tids());
    }

    @Test
    void aProcessThatNeverWasIsNoFault() {
        reader.read(new int[] {999}, table);
        assertEquals(Set.of(), tids());
        assertEquals(0, faults.total());
    }

    @Test
    void whoIsNoLongerWatchedLeavesAndTheOthersStay() {
        proc.process(50, 1, 600).thread(50, 50, "second", 'S', 9);
        reader.read(new int[] {PID, 50}, table);
        int row = row(50);
        reader.read(new int[] {50}, table);
        assertEquals(Set.of(50), tids());
        assertEquals(row, row(50));
        reader.read(new int[0], table);
        assertEquals(0, table.rows());
    }

    @Test
    void withoutSchedstatOnCpuTimeComesInTicksAndThereIsNoRunDelay() {
        proc.remove(PID + "/task/41/schedstat").stat(PID, 41, FakeProc.stat(41, "worker", 'S', 12, 1, 141, 1));
        read();
        int row = row(41);
        assertTrue(table.knows(row, ON_CPU | STATE | CORE));
        assertFalse(table.knows(row, RUN_DELAY));
        assertFalse(table.knows(row, SLICES));
        assertEquals(120_000_000, table.onCpuNanos(row));
        assertEquals(1, faults.count(Fault.NO_SCHEDSTAT));
        proc.stat(PID, 41, FakeProc.stat(41, "worker", 'S', 13, 1, 141, 1));
        read();
        assertEquals(130_000_000, table.onCpuNanos(row));
        assertEquals(1, faults.total());
    }

    @Test
    void zerosOfAKernelWithoutAccountingAreNotBelieved() {
        proc.schedstat(PID, 41, "0 0 0\n").stat(PID, 41, FakeProc.stat(41, "worker", 'S', 12, 1, 141, 1));
        read();
        assertEquals(120_000_000, table.onCpuNanos(row(41)));
        assertFalse(table.knows(row(41), RUN_DELAY));
        assertEquals(1, faults.count(Fault.NO_SCHEDSTAT));
        proc.schedstat(PID, 41, "125000000 7 1\n");
        read();
        assertEquals(125_000_000, table.onCpuNanos(row(41)));
        assertTrue(table.knows(row(41), RUN_DELAY));
    }

    @Test
    void anExactTimeNeverFallsBackToTicks() {
        read();
        proc.schedstat(PID, 41, "nonsense\n");
        read();
        assertFalse(table.knows(row(41), ON_CPU));
        assertTrue(table.knows(row(41), STATE));
        assertEquals(1, faults.count(Fault.UNCLEAR_LINE));
        proc.schedstat(PID, 41, "6000 2000 4\n");
        read();
        assertEquals(6_000, table.onCpuNanos(row(41)));
    }

    @Test
    void anUnclearStatCostsOnlyWhatItTells() {
        read();
        proc.stat(PID, 41, "41 (worker) R 1 2");
        read();
        assertTrue(table.knows(row(41), ON_CPU | RUN_DELAY));
        assertFalse(table.knows(row(41), STATE));
        assertFalse(table.knows(row(41), CORE));
        assertEquals(1, faults.count(Fault.UNCLEAR_LINE));
    }

    @Test
    void aThreadThatWasNeverIdentifiedIsInNoRow() {
        proc.stat(PID, 41, "cut");
        read();
        assertEquals(Set.of(40), tids());
        proc.thread(PID, 41, "worker", 'R', 5_000);
        read();
        assertEquals(Set.of(40, 41), tids());
    }

    @Test
    void anUnclearProcessLeavesItsThreadsOutForOnce() {
        read();
        proc.write(PID + "/task/" + PID + "/stat", "rubbish");
        read();
        assertEquals(Set.of(), tids());
        assertEquals(1, faults.count(Fault.UNCLEAR_LINE));
        proc.process(PID, 2, 500);
        read();
        assertEquals(Set.of(40, 41), tids());
    }

    @Test
    void aHiddenProcessIsToldOfAndHasNoRows() {
        proc.hide(PID + "/task/" + PID + "/stat");
        read();
        assertEquals(Set.of(), tids());
        assertEquals(1, faults.count(Fault.DENIED));
        assertTrue(faults.newest().contains(PID + "/task/" + PID + "/stat"), faults.newest());
    }

    @Test
    void aHiddenListOfThreadsIsToldOf() {
        proc.remove(PID + "/task").hide(PID + "/task");
        read();
        assertEquals(Set.of(), tids());
        assertEquals(1, faults.count(Fault.DENIED));
    }

    @Test
    void aHiddenSchedstatLeavesTicks() {
        proc.hide(PID + "/task/41/schedstat").stat(PID, 41, FakeProc.stat(41, "worker", 'S', 12, 1, 141, 1));
        read();
        assertEquals(120_000_000, table.onCpuNanos(row(41)));
        assertFalse(table.knows(row(41), RUN_DELAY));
        assertEquals(1, faults.count(Fault.DENIED));
    }

    @Test
    void whyAFileCannotBeOpened(@TempDir Path directory) throws Exception {
        FileSystemException unnamed = new FileSystemException("x", null, "Zu viele offene Dateien");
        Path there = Files.createFile(directory.resolve("there"));
        assertEquals(Outcome.NO_FILES, Outcome.ofRefusal(unnamed, there));
        assertEquals(Outcome.GONE, Outcome.ofRefusal(unnamed, directory.resolve("absent")));
        assertEquals(Outcome.GONE, Outcome.ofRefusal(new NoSuchFileException("x"), there));
        assertEquals(Outcome.DENIED, Outcome.ofRefusal(new AccessDeniedException("x"), there));
    }

    @Test
    void entriesThatAreNoThreadsAreIgnored() {
        proc.write(PID + "/task/README", "x");
        read();
        assertEquals(Set.of(40, 41), tids());
    }

    @Test
    void withoutABudgetOfFilesEveryReadingOpensThem() {
        ProcShared shared = new ProcShared(proc.root(), new ProcLines(), new OpenFiles(0), new ThreadRows(), faults, 10_000_000, ProcessClock.NONE);
        try (ProcThreads poor = new ProcThreads(shared)) {
            poor.read(PIDS, table);
            assertEquals(5_000, table.onCpuNanos(row(41)));
            assertEquals(2, faults.count(Fault.FILES_NOT_KEPT));
            assertTrue(faults.newest().contains("ulimit -n"), faults.newest());
            proc.remove(PID + "/task/41").thread(PID, 41, "worker", 'S', 9).stat(PID, 41, FakeProc.stat(41, "heir", 'S', 0, 1, 8_888, 1));
            poor.read(PIDS, table);
            assertEquals("heir", table.name(row(41)));
            assertEquals(8_888, table.startTicks(row(41)));
        }
    }

    @Test
    void closingGivesEveryFileBack() {
        OpenFiles files = new OpenFiles(5);
        ProcShared shared = new ProcShared(proc.root(), new ProcLines(), files, new ThreadRows(), faults, 10_000_000, ProcessClock.NONE);
        try (ProcThreads closed = new ProcThreads(shared)) {
            closed.read(PIDS, table);
            assertFalse(files.take());
        }
        assertTrue(files.take());
        assertEquals(0, shared.rows().count());
    }
}
