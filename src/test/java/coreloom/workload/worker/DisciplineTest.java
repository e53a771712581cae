package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workers under one discipline. Where a rule is broken, one of them never ends; the time-out says so. */
@Timeout(60)
class DisciplineTest {
    @TempDir
    private Path directory;
    private TelemetryPage reader;
    private WorkerPage page;
    private final WorkerTable table = new WorkerTable();

    @BeforeEach
    void lay() throws IOException {
        Path file = directory.resolve("page");
        reader = TelemetryPage.create(file, 3);
        page = new WorkerPage(file, 3, 1);
    }

    @Test
    void aBlockingCallLetsTheInterpreterLockGo() throws Exception {
        Discipline gil = rule("gil");
        CountDownLatch otherHolds = new CountDownLatch(1);
        FutureTask<Void> blocks = start(gil, 0, context -> context.blocking(WaitKind.IO, () -> await(otherHolds)));
        awaitWait(0, WaitKind.IO);
        start(gil, 1, context -> otherHolds.countDown()).get();
        blocks.get();
        assertEquals(2, count(0, Count.ACQUISITIONS));
        assertTrue(table.waitNanos(0, WaitKind.IO) > 0, "the call is a wait for I/O");
    }

    @Test
    void withoutTheReleasesACallKeepsTheInterpreterLock() throws Exception {
        Discipline keeping = rule("gil --without io-release+extension-release");
        start(keeping, 0, context -> {
            context.blocking(WaitKind.IO, () -> { });
            context.detached(() -> { });
        }).get();
        assertEquals(1, count(0, Count.ACQUISITIONS));
        assertTrue(table.waitNanos(0, WaitKind.IO) > 0, "the call is a wait for I/O all the same");
    }

    @Test
    void aCriticalSectionIsWaitedForWithoutTheInterpreterLock() throws Exception {
        Discipline gil = rule("gil");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> holds = start(gil, 0, context -> {
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(enough));
            context.unlock();
        });
        awaitWait(0, WaitKind.SLEEP);
        FutureTask<Void> waits = start(gil, 1, context -> {
            context.lock();
            context.unlock();
        });
        awaitWait(1, WaitKind.LOCK);
        enough.countDown();
        holds.get();
        waits.get();
        assertEquals(2, count(1, Count.ACQUISITIONS), "the interpreter lock, before and after the wait");
    }

    @Test
    void aSharedLockCountsItsWaitsHoldsAndHandoffs() throws Exception {
        Discipline locked = rule("locked");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> holds = start(locked, 0, context -> {
            context.lock();
            context.unlock();
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(enough));
            context.unlock();
        });
        awaitWait(0, WaitKind.SLEEP);
        FutureTask<Void> waits = start(locked, 1, context -> {
            context.lock();
            context.unlock();
        });
        awaitWait(1, WaitKind.LOCK);
        enough.countDown();
        holds.get();
        waits.get();
        assertEquals(2, count(0, Count.ACQUISITIONS));
        assertEquals(0, count(0, Count.HANDOFFS), "it took the lock from nobody but itself");
        assertEquals(0, count(0, Count.WAITS));
        assertTrue(count(0, Count.HOLD_NANOS) > 0, "held");
        assertEquals(1, count(1, Count.HANDOFFS));
        assertEquals(1, count(1, Count.WAITS));
    }

    @Test
    void aStripedSectionWaitsForItsOwnStripeOnly() throws Exception {
        Seeds seeds = new Seeds(7, 0);
        int taken = seeds.stripes(0).below(4);
        SplitMix64 others = seeds.stripes(1);
        int free = 0;
        while (others.below(4) != taken) {
            free++;
        }
        Discipline striped = rule("striped --stripes 4 --seed 7");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> holds = start(striped, 0, context -> {
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(enough));
            context.unlock();
        });
        awaitWait(0, WaitKind.SLEEP);
        int sections = free + 1;
        FutureTask<Void> waits = start(striped, 1, context -> {
            for (int i = 0; i < sections; i++) {
                context.lock();
                context.unlock();
            }
        });
        awaitWait(1, WaitKind.LOCK);
        assertEquals(free, count(1, Count.ACQUISITIONS), "the stripes before were free");
        enough.countDown();
        holds.get();
        waits.get();
        assertEquals(sections, count(1, Count.ACQUISITIONS));
        assertEquals(1, count(1, Count.WAITS));
        assertEquals(1, count(1, Count.HANDOFFS), "only one stripe had had another holder");
        assertTrue(count(1, Count.HOLD_NANOS) > 0, "held");
    }

    @Test
    void anInterpreterWithALockOfItsOwnRunsBesideAnother() throws Exception {
        Discipline own = rule("subinterpreters --interpreter-lock own");
        CountDownLatch otherHolds = new CountDownLatch(1);
        FutureTask<Void> holds = start(own, 0, context -> await(otherHolds));
        start(own, 1, context -> otherHolds.countDown()).get();
        holds.get();
        assertEquals(0, count(1, Count.WAITS));
    }

    @Test
    void aCriticalSectionBelongsToOneInterpreter() throws Exception {
        Discipline shared = rule("subinterpreters --interpreter-lock shared-3.13");
        CountDownLatch otherInside = new CountDownLatch(1);
        FutureTask<Void> inside = start(shared, 0, context -> {
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(otherInside));
            context.unlock();
        });
        awaitWait(0, WaitKind.SLEEP);
        start(shared, 1, context -> {
            context.lock();
            otherInside.countDown();
            context.unlock();
        }).get();
        inside.get();
    }

    @Test
    void aSharedLockIsHandedOverOnRequestByTheRuleOf313() throws Exception {
        Discipline shared = rule("subinterpreters --interpreter-lock shared-3.13 --switch-interval-micros 100");
        CountDownLatch handedOver = new CountDownLatch(1);
        FutureTask<Void> holds = start(shared, 0, context -> {
            while (handedOver.getCount() > 0) {
                context.safePoint();
            }
        });
        start(shared, 1, context -> handedOver.countDown()).get();
        holds.get();
        assertTrue(count(0, Count.HANDOFFS) > 0, "the first has taken it back");
    }

    @Test
    void aSharedLockIsNotHandedOverOnRequestByTheRuleOf312() throws Exception {
        Discipline shared = rule("subinterpreters --interpreter-lock shared-3.12 --switch-interval-micros 100");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> holds = start(shared, 0, context -> {
            context.blocking(WaitKind.SLEEP, () -> {});
            while (enough.getCount() > 0) {
                context.safePoint();
            }
        });
        awaitWait(0, WaitKind.SLEEP);
        FutureTask<Void> waits = start(shared, 1, context -> {});
        while (count(1, Count.DROP_REQUESTS) < 20) {
            assertEquals(0, count(1, Count.ACQUISITIONS), "asked, and not heard");
        }
        enough.countDown();
        holds.get();
        waits.get();
        assertEquals(1, count(1, Count.ACQUISITIONS), "the holder has let go by itself");
        assertEquals(0, count(0, Count.FORCED_SWITCHES));
    }

    @Test
    void withoutARuleNobodyIsKeptOut() throws Exception {
        Discipline free = rule("free");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> inside = start(free, 0, context -> {
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(enough));
            context.unlock();
        });
        start(free, 1, context -> {
            context.lock();
            enough.countDown();
            context.unlock();
        }).get();
        inside.get();
        assertEquals(0, count(0, Count.ACQUISITIONS));
    }

    @Test
    void aCollectionDoesNotWaitForABlockedWorkerWhichWaitsForTheCollectionWhenItComesBack() throws Exception {
        Discipline freeThreaded = rule("free_threaded");
        CountDownLatch enough = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<Void> blocks = start(freeThreaded, 0, context -> {
            context.blocking(WaitKind.IO, () -> await(enough));
            assertFalse(stopped.get(), "the world is stopped");
        });
        awaitWait(0, WaitKind.IO);
        start(freeThreaded, 1, context -> {
            context.pauses().pauseBegins();
            stopped.set(true);
            enough.countDown();
            awaitWait(0, WaitKind.COLLECTOR);
            stopped.set(false);
            context.pauses().pauseEnds();
        }).get();
        blocks.get();
        assertTrue(count(1, Count.PAUSE_NANOS) > 0, "a pause");
        assertEquals(0, count(0, Count.ACQUISITIONS), "there is no interpreter lock");
    }

    @Test
    void aCriticalSectionOfAnInterpreterWithoutLockIsWaitedForDetached() throws Exception {
        Discipline freeThreaded = rule("free_threaded");
        CountDownLatch enough = new CountDownLatch(1);
        FutureTask<Void> holds = start(freeThreaded, 0, context -> {
            context.lock();
            context.blocking(WaitKind.SLEEP, () -> await(enough));
            context.unlock();
        });
        awaitWait(0, WaitKind.SLEEP);
        FutureTask<Void> waits = start(freeThreaded, 1, context -> {
            context.lock();
            context.unlock();
        });
        awaitWait(1, WaitKind.LOCK);
        start(freeThreaded, 2, context -> {
            context.pauses().pauseBegins();
            enough.countDown();
            context.pauses().pauseEnds();
        }).get();
        holds.get();
        waits.get();
        assertEquals(1, count(1, Count.HANDOFFS));
        assertEquals(1, count(1, Count.WAITS));
    }

    private static Discipline rule(String options) {
        return Discipline.of(WorkerOptions.read(("--page p --threads 2 --first 0 --kernel profiles/kernels/cpu.pyasm --discipline " + options).split(" ")), System::nanoTime, () -> false);
    }

    private interface Work {
        void run(Context context) throws IOException;
    }

    private FutureTask<Void> start(Discipline discipline, int slot, Work work) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            Context context = discipline.context(page.slot(slot));
            context.enter();
            work.run(context);
            context.leave();
            context.end();
            return null;
        });
        Thread thread = new Thread(task, "worker-" + slot);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void awaitWait(int slot, WaitKind kind) {
        while (waitNanos(slot, kind) == 0) {
            Thread.onSpinWait();
        }
    }

    private long waitNanos(int slot, WaitKind kind) {
        read();
        return table.waitNanos(slot, kind);
    }

    private long count(int slot, Count which) {
        read();
        return table.count(slot, which);
    }

    private void read() {
        table.clear();
        reader.read(table, 0, 0, System.nanoTime());
    }
}
