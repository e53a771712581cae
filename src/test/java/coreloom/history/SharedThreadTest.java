package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rows of coroutines and of the thread that carries them make up the thread, and each coroutine's parts its interval. */
class SharedThreadTest {
    private static final int THREAD = 8;
    private static final long SECOND = 1_000_000_000L;
    private static final List<LaneReading> LANE = List.of(new LaneReading(3, "lane", "asyncio", 3, Phase.MEASURED, 0, 0,
            List.of(ProcessReading.running(7)), ""));

    private final ThreadDerivation derivation = new ThreadDerivation();
    private final ThreadShares shares = new ThreadShares();

    /** A snapshot of one thread with those coroutines; what each has waited, by ordinal of kind. */
    private static Snapshot snapshot(long nanos, long onCpu, long runDelay, long[]... waits) {
        Snapshot snapshot = new Snapshot();
        snapshot.at(0, nanos, 0);
        snapshot.run("p", LANE);
        snapshot.threads().reset(1);
        snapshot.threads().put(0, 7, THREAD, 55, "event-loop");
        snapshot.threads().onCpu(0, onCpu);
        snapshot.threads().runDelay(0, runDelay);
        for (int i = 0; i < waits.length; i++) {
            int row = snapshot.workers().add(3, i, 7, THREAD);
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                snapshot.workers().waitNanos(row, WaitKind.of(kind), waits[i][kind]);
            }
        }
        return snapshot;
    }

    private static long[] waits(WaitKind kind, long nanos) {
        long[] waits = new long[WaitKind.COUNT];
        waits[kind.ordinal()] = nanos;
        return waits;
    }

    private void derive(long onCpu, long runDelay, long[]... waits) {
        Snapshot earlier = snapshot(1, 0, 0, new long[waits.length][WaitKind.COUNT]);
        derivation.derive(shares, earlier, snapshot(1 + SECOND, onCpu, runDelay, waits));
    }

    @Test
    void eachHasTheShareOfTheThreadForWhichItDidNotWait() {
        derive(800_000_000, 100_000_000, waits(WaitKind.EVENT_LOOP, 400_000_000), waits(WaitKind.EVENT_LOOP, 700_000_000),
                waits(WaitKind.IO, SECOND));
        assertEquals(4, shares.size());
        assertEquals("worker-0", shares.name(0));
        assertTrue(shares.isWorker(0) && shares.isCarried(0));
        assertEquals(0.6 * 8 / 9, shares.onCpu(0), 1e-6, "of the 0.9 that the thread was ready, 0.8 were on a core");
        assertEquals(0.6 / 9, shares.runDelay(0), 1e-6);
        assertEquals(0.4, shares.blocked(0, WaitKind.EVENT_LOOP), 1e-6);
        assertEquals(0.3 * 8 / 9, shares.onCpu(1), 1e-6);
        assertEquals(0, shares.onCpu(2), 1e-6);
        assertEquals(1, shares.blocked(2, WaitKind.IO), 1e-6);
        assertEquals("event-loop", shares.name(3));
        assertFalse(shares.isWorker(3));
        assertEquals(0, shares.onCpu(3), 1e-6, "its coroutines had all of it");
        assertEquals(0.1, shares.blocked(3, WaitKind.IO), 1e-6, "waits in select");
    }

    @Test
    void whatCoroutinesLeaveIsTheLoops() {
        derive(500_000_000, 0, waits(WaitKind.SLEEP, 800_000_000), waits(WaitKind.SLEEP, 900_000_000));
        assertEquals(0.2, shares.onCpu(0), 1e-6);
        assertEquals(0.1, shares.onCpu(1), 1e-6);
        assertEquals(0.2, shares.onCpu(2), 1e-6, "turning the loop");
        assertEquals(0.5, shares.blocked(2, WaitKind.IO), 1e-6);
    }

    @Test
    void whatAThreadIsBlockedForWhileACoroutineHasItIsTheCoroutines() {
        derive(300_000_000, 0, waits(WaitKind.EVENT_LOOP, 500_000_000), waits(WaitKind.EVENT_LOOP, 500_000_000));
        assertEquals(0.15, shares.onCpu(0), 1e-6);
        assertEquals(0.35, shares.blocked(0, WaitKind.OTHER), 1e-6);
        assertEquals(0, shares.blocked(2, WaitKind.IO), 1e-6, "it never waited in select");
    }

    @Test
    void allRowsTogetherMakeTheThreadWhateverIsRead() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            long onCpu = random.nextInt(1_000_000_000);
            long runDelay = random.nextInt((int) (SECOND - onCpu));
            long[][] waits = new long[1 + random.nextInt(9) + 1][WaitKind.COUNT];
            for (long[] each : waits) {
                each[random.nextInt(WaitKind.COUNT)] = random.nextInt(1_200_000_000);
                each[random.nextInt(WaitKind.COUNT)] += random.nextBoolean() ? 0 : random.nextInt(900_000_000);
            }
            derive(onCpu, runDelay, waits);
            double sum = 0;
            for (int row = 0; row < shares.size(); row++) {
                sum += shares.onCpu(row);
                assertTrue(shares.onCpu(row) >= 0, "seed " + seed);
                assertEquals(row < waits.length ? 1 : parts(row), parts(row), 1e-5, "seed " + seed + " round " + round + " row " + row);
            }
            assertEquals(onCpu / 1e9, sum, 1e-5, "seed " + seed + " round " + round);
        }
    }

    private double parts(int row) {
        double sum = shares.onCpu(row) + shares.runDelay(row);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            sum += shares.blocked(row, WaitKind.of(kind));
        }
        return sum;
    }

    @Test
    void withoutRunDelayOnlyOnCpuTimeIsDivided() {
        Snapshot earlier = snapshot(1, 0, 0, new long[2][WaitKind.COUNT]);
        Snapshot later = snapshot(1 + SECOND, 600_000_000, 0, waits(WaitKind.EVENT_LOOP, 700_000_000), waits(WaitKind.EVENT_LOOP, 400_000_000));
        for (Snapshot each : List.of(earlier, later)) {
            long onCpu = each.threads().onCpuNanos(0);
            each.threads().reset(1);
            each.threads().put(0, 7, THREAD, 55, "event-loop");
            each.threads().onCpu(0, onCpu);
        }
        derivation.derive(shares, earlier, later);
        assertEquals(0.2, shares.onCpu(0), 1e-6);
        assertEquals(0.4, shares.onCpu(1), 1e-6);
        assertTrue(Float.isNaN(shares.runDelay(0)) && Float.isNaN(shares.blocked(0, WaitKind.EVENT_LOOP)));
    }

    @Test
    void workersWithoutAKnownThreadAreNotTakenForCoroutines() {
        Snapshot earlier = snapshot(1, 0, 0);
        Snapshot later = snapshot(1 + SECOND, 0, 0);
        for (Snapshot each : List.of(earlier, later)) {
            each.workers().add(3, 0, 7, 0);
            each.workers().add(3, 1, 7, 0);
        }
        derivation.derive(shares, earlier, later);
        assertEquals(3, shares.size(), "the thread, and each of the workers by itself");
        assertFalse(shares.isCarried(0) || shares.isCarried(1) || shares.isCarried(2));
    }

    @Test
    void aCoroutineWhoseThreadWasNotSeenHasNoRow() {
        Snapshot later = snapshot(1 + SECOND, 0, 0, new long[2][WaitKind.COUNT]);
        later.threads().reset(0);
        derivation.derive(shares, snapshot(1, 0, 0, new long[2][WaitKind.COUNT]), later);
        assertEquals(0, shares.size());
    }
}
