package coreloom.sampler.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.snapshot.ThreadTable;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OshiThreadsTest {
    private static final int[] PIDS = {40};
    private static final long START = 1_800_000_000_000L;

    private final Faults faults = new Faults();
    private final ThreadTable table = new ThreadTable();
    private Map<Integer, List<ThreadDetail>> threads = Map.of();
    private final OshiThreads reader = new OshiThreads(() -> pid -> threads.getOrDefault(pid, List.of()), faults);

    private static ThreadDetail thread(int tid, long start, long millis) {
        return new ThreadDetail(tid, "t" + tid, start, OptionalLong.of(millis), 'S');
    }

    private void read(ThreadDetail... details) {
        threads = Map.of(40, List.of(details));
        reader.read(PIDS, table);
    }

    @Test
    void tellsOnCpuTimeAndStateAndNothingElse() {
        read(thread(41, START, 30));
        assertEquals(40, table.pid(0));
        assertEquals(41, table.tid(0));
        assertEquals("t41", table.name(0));
        assertEquals(30_000_000, table.onCpuNanos(0));
        assertEquals('S', table.state(0));
        assertTrue(table.knows(0, ThreadTable.ON_CPU | ThreadTable.STATE));
        assertFalse(table.knows(0, ThreadTable.RUN_DELAY));
        assertFalse(table.knows(0, ThreadTable.SLICES));
        assertFalse(table.knows(0, ThreadTable.CORE));
    }

    @Test
    void rowsAreKeptFreedAndReused() {
        read(thread(41, START, 1), thread(42, START, 1));
        read(thread(42, START, 1));
        assertFalse(table.used(0));
        assertEquals(42, table.tid(1));
        read(thread(42, START, 1), thread(43, START, 1));
        assertEquals(43, table.tid(0));
        assertEquals(42, table.tid(1));
    }

    @Test
    void aYoungThreadIsTheSameThoughItsStartIsGuessedAnew() {
        ThreadTable before = new ThreadTable();
        read(thread(41, START, 1));
        reader.read(PIDS, before);
        read(thread(41, START + 400, 2));
        assertTrue(table.sameThread(0, before));
    }

    @Test
    void aReusedIdIsAnotherThread() {
        ThreadTable before = new ThreadTable();
        read(thread(41, START, 500));
        reader.read(PIDS, before);
        read(thread(41, START + 60_000, 2));
        assertFalse(table.sameThread(0, before));
        assertEquals(2_000_000, table.onCpuNanos(0));
        assertEquals(0, faults.total());
    }

    @Test
    void timeThatFellIsLeftOut() {
        read(thread(41, START, 500));
        read(thread(41, START, 490));
        assertTrue(table.used(0));
        assertFalse(table.knows(0, ThreadTable.ON_CPU));
        assertEquals(1, faults.count(Fault.THREAD_TIME_FELL));
        read(thread(41, START, 510));
        assertEquals(510_000_000, table.onCpuNanos(0));
    }

    @Test
    void whatOshiCannotTellIsAbsent() {
        read(new ThreadDetail(41, "new\nline", START, OptionalLong.empty(), ThreadDetail.UNTOLD));
        assertEquals("new\nline", table.name(0));
        assertFalse(table.knows(0, ThreadTable.ON_CPU));
        assertFalse(table.knows(0, ThreadTable.STATE));
    }

    @Test
    void anUnknownProcessHasNoRows() {
        reader.read(new int[] {7}, table);
        assertEquals(0, table.rows());
        assertEquals(0, faults.total());
    }

    @Test
    void aFailureOfOshiIsCountedAndThreadsAreAbsent() {
        OshiThreads broken = new OshiThreads(() -> {
            throw new NoClassDefFoundError("com/sun/jna/Native");
        }, faults);
        broken.read(PIDS, table);
        assertEquals(0, table.rows());
        assertEquals(1, faults.count(Fault.THREADS_UNREADABLE));
    }
}
