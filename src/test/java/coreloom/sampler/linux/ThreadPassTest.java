package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import coreloom.snapshot.ProcessTimes;
import coreloom.snapshot.ThreadTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that rest are not read, and yet every snapshot is as true as if they had been. */
class ThreadPassTest {
    private static final int PID = 40;
    private static final int[] PIDS = {PID};
    private static final int THREADS = 80;
    /** Snapshots after which the time of the ended threads is known. */
    private static final int SETTLED = 6;

    private final Faults faults = new Faults();
    private final ThreadTable table = new ThreadTable();
    private final TreeMap<Integer, Long> truth = new TreeMap<>();
    private final List<Runnable> beforeClock = new ArrayList<>();
    private long endedNanos = 7_000;
    private int clockReadings;
    private FakeProc proc;
    private ProcThreads reader;

    @BeforeEach
    void aProcessOfManyThreads(@TempDir Path root) {
        proc = new FakeProc(root);
        for (int tid = PID; tid < PID + THREADS; tid++) {
            runs(tid, 1_000);
        }
        tellThreads();
        reader = new ProcThreads(new ProcShared(root, new ProcLines(), new OpenFiles(1300), new ThreadRows(), faults, 10_000_000, this::processNanos));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private long processNanos(int pid) {
        assertEquals(PID, pid);
        clockReadings++;
        if (!beforeClock.isEmpty()) {
            beforeClock.remove(0).run();
        }
        return endedNanos + truth.values().stream().mapToLong(Long::longValue).sum();
    }

    private void runs(int tid, long nanos) {
        truth.merge(tid, nanos, Long::sum);
        proc.thread(PID, tid, "t" + tid, 'S', truth.get(tid));
    }

    private void ends(int tid) {
        endedNanos += truth.remove(tid) + 300;
        goes("/task/" + tid);
        proc.remove(PID + "/task/" + tid);
        tellThreads();
    }

    /** Whoever keeps a file of it open reads nothing any more. */
    private void goes(String who) {
        proc.write(PID + who + "/stat", "");
        proc.write(PID + who + "/schedstat", "");
    }

    private void tellThreads() {
        proc.process(PID, truth.size(), 500);
    }

    private void read() {
        reader.read(PIDS, table);
    }

    private void readTrue() {
        read();
        TreeMap<Integer, Long> told = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row)) {
                told.put(table.tid(row), table.onCpuNanos(row));
            }
        }
        assertEquals(truth, told);
    }

    private void settle() {
        for (int i = 0; i < SETTLED; i++) {
            readTrue();
        }
        proc.schedstat(PID, PID + 1, "999 2000 3\n");
        for (int i = 0; i < 3 && !restingThreadIsLeftAlone(); i++) {
            read();
        }
        assertTrue(restingThreadIsLeftAlone(), "a thread that rests is not read");
        proc.schedstat(PID, PID + 1, truth.get(PID + 1) + " 2000 3\n");
        read();
    }

    /** Its file says something that the time of the process does not. */
    private boolean restingThreadIsLeftAlone() {
        read();
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row) && table.tid(row) == PID + 1) {
                return table.onCpuNanos(row) == truth.get(PID + 1);
            }
        }
        return false;
    }

    @Test
    void restingThreadsAreNotRead() {
        settle();
    }

    @Test
    void theTimeOfTheProcessIsToldAndItsClockReadOnce() {
        settle();
        runs(PID + 3, 5_000);
        ends(PID + 9);
        read();
        assertEquals(processNanos(PID), toldTime(), "with a thread that ended since");
        for (int i = 0; i < SETTLED; i++) {
            read();
            assertEquals(processNanos(PID), toldTime());
        }
        int readings = clockReadings;
        read();
        assertEquals(processNanos(PID), toldTime());
        assertEquals(readings + 2, clockReadings, "by the reading, and by this test");
    }

    @Test
    void theFirstTimeOfAnotherProcessOfTheSameIdIsNotTold() {
        read();
        assertEquals(processNanos(PID), toldTime());
        proc.process(PID, truth.size(), 600);
        read();
        assertEquals(-1, toldTime());
        read();
        assertEquals(processNanos(PID), toldTime());
    }

    private long toldTime() {
        ProcessTimes times = new ProcessTimes();
        reader.processTimes(times);
        return times.size() == 0 ? -1 : times.onCpuNanos(times.row(PID));
    }

    @Test
    void aRestingThreadThatRunsIsSeenAtOnce() {
        settle();
        runs(PID + 70, 1);
        readTrue();
        runs(PID + 70, 5_000);
        runs(PID + 3, 5_000);
        readTrue();
    }

    @Test
    void aThreadThatRunsWhileTheOthersAreReadIsNotTakenForTheirs() {
        for (int reading = 0; reading < 12; reading++) {
            int tid = PID + 5 + reading;
            beforeClock.add(() -> runs(tid, 10_000));
        }
        for (int i = 0; i < 12; i++) {
            runs(PID, 1);
            read();
        }
        beforeClock.clear();
        readTrue();
    }

    @Test
    void aThreadThatEndsTakesItsTimeAlong() {
        settle();
        ends(PID + 20);
        readTrue();
        runs(PID + 21, 9);
        readTrue();
        settle();
    }

    @Test
    void anotherProcessOfThatIdBeginsAnew() {
        settle();
        truth.keySet().forEach(tid -> goes("/task/" + tid));
        goes("");
        proc.remove(String.valueOf(PID));
        truth.clear();
        endedNanos = 1;
        for (int tid = PID; tid < PID + THREADS; tid++) {
            runs(tid, 50);
        }
        proc.process(PID, truth.size(), 501);
        readTrue();
        readTrue();
    }

    @Test
    void withFewThreadsTheClockIsNotRead() {
        for (int tid = PID + ThreadPass.LEAST - 1; tid < PID + THREADS; tid++) {
            ends(tid);
        }
        readTrue();
        readTrue();
        assertEquals(0, clockReadings);
    }

    @Test
    void withoutTheClockEveryThreadIsRead() {
        try (ProcThreads without = new ProcThreads(proc.root(), faults)) {
            for (int i = 0; i < 20; i++) {
                runs(PID + 7 * i % THREADS, 17);
                without.read(PIDS, table);
                assertEquals(truth.get(PID + 7 * i % THREADS), table.onCpuNanos(7 * i % THREADS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySnapshotIsTrueWhateverHappens(long seed) {
        Random random = new Random(seed);
        int next = PID + THREADS;
        for (int snapshot = 0; snapshot < 150; snapshot++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                runs(any(random), 1 + random.nextInt(1_000));
            }
            if (random.nextInt(12) == 0) {
                ends(any(random));
            }
            if (random.nextInt(12) == 0) {
                runs(next++, 1 + random.nextInt(1_000));
                tellThreads();
            }
            readTrue();
        }
        assertTrue(clockReadings > 0);
    }

    private int any(Random random) {
        List<Integer> tids = new ArrayList<>(truth.keySet());
        return tids.get(random.nextInt(tids.size()));
    }
}
