package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts of a thread's time make the whole, whatever is read. */
class ThreadSharesTest {
    private static final List<LaneReading> LANE = List.of(new LaneReading(3, "lane", "threads", 1, Phase.MEASURED, 0, 0,
            List.of(ProcessReading.running(7)), ""));

    private final ThreadDerivation derivation = new ThreadDerivation();
    private final ThreadShares shares = new ThreadShares();

    @Test
    void onCpuRunDelayAndBlockedMakeTheInterval() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Snapshot earlier = snapshot(1_000_000_000L, 0, 0, new long[WaitKind.COUNT]);
            long wall = 1 + random.nextInt(2_000_000_000);
            Snapshot later = snapshot(1_000_000_000L + wall, random.nextInt(2_000_000_000), random.nextInt(2_000_000_000), waits(random));
            derivation.derive(shares, earlier, later);
            double sum = shares.onCpu(0) + shares.runDelay(0);
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                float blocked = shares.blocked(0, WaitKind.of(kind));
                assertTrue(blocked >= 0 && blocked <= 1.000001, "seed " + seed + " round " + round + ": " + blocked);
                sum += blocked;
            }
            assertEquals(1, sum, 1e-5, "seed " + seed + " round " + round);
        }
    }

    private static long[] waits(Random random) {
        long[] waits = new long[WaitKind.COUNT];
        for (int kind = 0; kind < waits.length; kind++) {
            waits[kind] = random.nextBoolean() ? 0 : random.nextInt(2_000_000_000);
        }
        return waits;
    }

    @Test
    void blockedTimeIsSplitAsTheWorkerReportsIt() {
        long[] waits = new long[WaitKind.COUNT];
        waits[WaitKind.INTERPRETER_LOCK.ordinal()] = 600_000_000;
        derivation.derive(shares, snapshot(1, 0, 0, new long[WaitKind.COUNT]), snapshot(1_000_000_001, 200_000_000, 100_000_000, waits));
        assertEquals(0.2, shares.onCpu(0), 1e-6);
        assertEquals(0.1, shares.runDelay(0), 1e-6);
        assertEquals(0.6, shares.blocked(0, WaitKind.INTERPRETER_LOCK), 1e-6);
        assertEquals(0.1, shares.blocked(0, WaitKind.OTHER), 1e-6);
    }

    @Test
    void aWaitThatRanOnIntoTheRunQueueCountsAsBlockedOnlyAsLongAsItWas() {
        long[] waits = new long[WaitKind.COUNT];
        waits[WaitKind.LOCK.ordinal()] = 900_000_000;
        derivation.derive(shares, snapshot(1, 0, 0, new long[WaitKind.COUNT]), snapshot(1_000_000_001, 200_000_000, 300_000_000, waits));
        assertEquals(0.5, shares.blocked(0, WaitKind.LOCK), 1e-6);
        assertEquals(0, shares.blocked(0, WaitKind.OTHER), 1e-6);
    }

    @Test
    void withoutRunDelayNothingIsSaidOfBlockedTime() {
        Snapshot earlier = threadOnly(1, 0);
        Snapshot later = threadOnly(1_000_000_001, 250_000_000);
        derivation.derive(shares, earlier, later);
        assertEquals(0.25, shares.onCpu(0), 1e-6);
        assertTrue(Float.isNaN(shares.runDelay(0)));
        assertTrue(Float.isNaN(shares.blocked(0, WaitKind.OTHER)));
    }

    @Test
    void aRowThatNowHoldsAnotherThreadIsNotSubtracted() {
        Snapshot earlier = threadOnly(1, 900_000_000);
        Snapshot later = threadOnly(1_000_000_001, 5);
        later.threads().put(0, 7, 9, 123, "another");
        later.threads().onCpu(0, 5);
        derivation.derive(shares, earlier, later);
        assertTrue(Float.isNaN(shares.onCpu(0)));
    }

    @Test
    void threadsThatWantAboutTheSameKeepTheirPlacesAndThoseThatWantMoreComeFirst() {
        assertEquals("a b c d", names(100, 110, 120, 105));
        assertEquals("a b c d", names(120, 110, 100, 119));
        assertEquals("d b a c", names(0, 100, 0, 3000), "those that want nothing last, however little the others want");
        assertEquals("c d a b", names(1, 1, 2, 2));
    }

    /** Names of four threads in the order shown. @param parts on-CPU time of each, in ten thousandths of a second */
    private String names(int... parts) {
        derivation.derive(shares, four(1, new int[parts.length]), four(1_000_000_001, parts));
        return IntStream.range(0, shares.size()).mapToObj(shares::name).collect(Collectors.joining(" "));
    }

    private static Snapshot four(long nanos, int[] parts) {
        Snapshot snapshot = new Snapshot();
        snapshot.at(0, nanos, 0);
        snapshot.run("p", LANE);
        snapshot.threads().reset(parts.length);
        for (int row = 0; row < parts.length; row++) {
            snapshot.threads().put(row, 7, 8 + row, 5, String.valueOf((char) ('a' + row)));
            snapshot.threads().onCpu(row, parts[row] * 100_000L);
        }
        return snapshot;
    }

    @Test
    void aThreadOfNoLaneBelongsToNone() {
        Snapshot earlier = threadOnly(1, 0);
        Snapshot later = threadOnly(2, 0);
        later.run("", List.of());
        derivation.derive(shares, earlier, later);
        assertEquals(-1, shares.laneId(0));
        assertFalse(shares.isWorker(0));
    }

    @Test
    void ofAWorkerWithoutAKernelThreadOnlyItsOwnReportIsKnown() {
        derivation.derive(shares, alone(1, 0, 0), alone(1_000_000_001, 700_000_000, 120));
        assertEquals(2, shares.size(), "the worker, and the kernel thread that carries it");
        assertTrue(shares.isWorker(0));
        assertFalse(shares.isKernelThread(0));
        assertEquals("worker-5", shares.name(0));
        assertEquals(3, shares.laneId(0));
        assertTrue(Float.isNaN(shares.onCpu(0)), "not 0");
        assertTrue(Float.isNaN(shares.runDelay(0)), "not 0");
        assertEquals(0.7, shares.blocked(0, WaitKind.IO), 1e-6);
        assertEquals(0, shares.blocked(0, WaitKind.OTHER), "the rest may be anything");
        assertEquals(120, shares.unitsPerSecond(0), 1e-3);
        assertFalse(shares.isWorker(1));
        assertEquals(0.25, shares.onCpu(1), 1e-6);
    }

    @Test
    void theWaitsOfAWorkerWithoutAKernelThreadNeverExceedTheInterval() {
        derivation.derive(shares, alone(1, 0, 0), alone(1_000_000_001, 1_000_400_000, 0));
        assertEquals(1, shares.blocked(0, WaitKind.IO), 1e-6);
    }

    @Test
    void aWorkerWithoutAKernelThreadThatIsNewIsAGap() {
        derivation.derive(shares, threadOnly(1, 0), alone(1_000_000_001, 700_000_000, 120));
        assertTrue(Float.isNaN(shares.blocked(0, WaitKind.IO)));
        assertTrue(Float.isNaN(shares.unitsPerSecond(0)));
    }

    /** A worker that no kernel thread is, and a thread that carries it a quarter of the time. */
    private static Snapshot alone(long nanos, long ioNanos, long units) {
        Snapshot snapshot = threadOnly(nanos, nanos / 4);
        int row = snapshot.workers().add(3, 5, 7, 0);
        snapshot.workers().waitNanos(row, WaitKind.IO, ioNanos);
        snapshot.workers().count(row, Count.UNITS, units);
        return snapshot;
    }

    private static Snapshot threadOnly(long nanos, long onCpu) {
        Snapshot snapshot = new Snapshot();
        snapshot.at(0, nanos, 0);
        snapshot.run("p", LANE);
        snapshot.threads().reset(1);
        snapshot.threads().put(0, 7, 8, 55, "worker-0");
        snapshot.threads().onCpu(0, onCpu);
        return snapshot;
    }

    private static Snapshot snapshot(long nanos, long onCpu, long runDelay, long[] waits) {
        Snapshot snapshot = threadOnly(nanos, onCpu);
        ThreadTable threads = snapshot.threads();
        threads.runDelay(0, runDelay);
        int row = snapshot.workers().add(3, 0, 7, 8);
        for (int kind = 0; kind < waits.length; kind++) {
            snapshot.workers().waitNanos(row, WaitKind.of(kind), waits[kind]);
        }
        return snapshot;
    }
}
