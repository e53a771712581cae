package coreloom.gil.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What coroutines tell of themselves: every µs is either a wait of one kind or run time. */
class CoroutineTest {
    private static final int SLICE = 3_000;

    @TempDir
    private Path directory;
    private HandTurnedLoop world;

    @BeforeEach
    void make() throws IOException {
        world = new HandTurnedLoop(directory.resolve("page"), 5);
    }

    private Coroutine hog() {
        Coroutine[] self = new Coroutine[1];
        self[0] = world.coroutine(() -> {
            world.compute(SLICE);
            self[0].giveWay();
        });
        self[0].start();
        return self[0];
    }

    @Test
    void thoseThatComputeStarveEachOtherForASliceOfEachOther() throws IOException {
        for (int i = 0; i < 4; i++) {
            hog();
        }
        world.rounds(10);
        assertEquals(10 * 4 * SLICE, world.micros(), "one at a time, and not a µs lost");
        int others = WaitBuckets.of(3 * SLICE * 1000L);
        for (int i = 0; i < 4; i++) {
            assertEquals(10 * SLICE * 1000L, world.count(i, Count.HOLD_NANOS));
            assertEquals(10 * 3 * SLICE, world.waitMicros(i, WaitKind.EVENT_LOOP));
            assertEquals(10, world.count(i, Count.WAITS));
            assertEquals(0, world.count(i, Count.HANDOFFS));
            assertEquals(i == 3 ? 10 : 9, world.waitsOf(i, others), "the lag is the slices of all others");
        }
    }

    @Test
    void aSleeperBesideThemSleepsUntilItsDeadlineAndThenWaitsForTheLoop() throws IOException {
        hog();
        hog();
        Coroutine[] self = new Coroutine[1];
        self[0] = world.coroutine(() -> self[0].sleep(1_000));
        self[0].start();
        world.rounds(3);
        // Its turn at 6, to sleep until 7; due in the round from 6 on, seen in that from 12 on, and its turn at the end of the next but one.
        assertEquals(18_000, world.micros());
        assertEquals(6_000 + 11_000, world.waitMicros(2, WaitKind.EVENT_LOOP));
        assertEquals(1_000, world.waitMicros(2, WaitKind.SLEEP));
        world.rounds(1);
        assertEquals(1, world.waitsOf(2, WaitBuckets.of(17_000_000L)), "lag: from its deadline at 7 ms to its turn at 24 ms");
        assertEquals(0, world.count(2, Count.HOLD_NANOS));
    }

    @Test
    void aReplyThatTheLoopSawLateWasThereAllTheSame() throws IOException {
        Coroutine[] self = new Coroutine[1];
        boolean[] asked = new boolean[1];
        self[0] = world.coroutine(() -> {
            if (!asked[0]) {
                asked[0] = true;
                self[0].await(WaitKind.IO);
                world.happens(500, () -> self[0].completed(500_000));
            }
        });
        self[0].start();
        hog();
        world.rounds(3);
        assertEquals(500, world.waitMicros(0, WaitKind.IO));
        assertEquals(9_000 - 500, world.waitMicros(0, WaitKind.EVENT_LOOP), "seen at 3 ms, told at 6, and its turn comes behind the other's");
    }

    @Test
    void whatIsAwaitedCannotHaveBeenThereBefore() throws IOException {
        Coroutine[] self = new Coroutine[1];
        self[0] = world.coroutine(() -> {
            world.compute(100);
            self[0].await(WaitKind.IO);
        });
        self[0].start();
        world.rounds(1);
        self[0].completed(0);
        world.compute(7);
        assertEquals(0, world.waitMicros(0, WaitKind.IO));
        assertEquals(7, world.waitMicros(0, WaitKind.EVENT_LOOP));
        assertEquals(100_000, world.count(0, Count.HOLD_NANOS));
    }

    @Test
    void oneThatFindsTheLockTakenAwaitsItAndTheFirstComesFirst() throws IOException {
        LoopLock lock = new LoopLock(world.loop);
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            user(i, lock, order);
        }
        world.rounds(9);
        assertEquals("0 1 2 ", order.toString());
        assertEquals(2_000, world.waitMicros(2, WaitKind.LOCK), "while each of the two before slept with the lock");
        assertEquals(0, world.count(2, Count.HANDOFFS));
    }

    /** Takes the lock, sleeps a ms with it, lets it go. */
    private void user(int number, LoopLock lock, StringBuilder order) {
        Coroutine[] self = new Coroutine[1];
        boolean[] has = new boolean[1];
        self[0] = world.coroutine(() -> {
            if (has[0]) {
                order.append(number).append(' ');
                lock.release();
            } else if (lock.acquire(self[0])) {
                has[0] = true;
                self[0].sleep(1_000);
            }
        });
        self[0].start();
    }

    @Test
    void aLockThatNobodyHasCannotBeReleased() {
        assertThrows(IllegalStateException.class, new LoopLock(world.loop)::release);
    }
}
