package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock on a clock that the test turns by hand: one actor turns it, the others do what they can each time. */
class GilStepTest {
    private static final long INTERVAL = 5_000_000;

    @TempDir
    private Path directory;
    private Ledger ledger;
    private final Model model = new Model();
    private final HandTurnedClock clock = new HandTurnedClock(model);
    private final Gil gil = new Gil(model, INTERVAL);
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void lay() throws IOException {
        ledger = new Ledger(directory.resolve("page"), 3);
    }

    @Test
    void aWaiterAsksAfterOneFullInterval() {
        run(() -> {
            GilThread holder = holder();
            clock.turn(0);
            clock.turn(INTERVAL - 1);
            assertFalse(holder.dropRequested(), "one ns before the end of the interval");
            clock.turn(1);
            assertTrue(holder.dropRequested(), "at the end of the interval");
            assertEquals(1, ledger.count(1, Count.DROP_REQUESTS));
            holder.release();
        }, this::takeAndRelease);
    }

    @Test
    void aWaiterThatSleptThroughASwitchBeginsItsIntervalAgain() {
        run(() -> {
            GilThread first = holder();
            clock.turn(0);
            clock.turn(INTERVAL / 2);
            first.release();
        }, () -> {
            GilThread second = gil.attach(ledger.page.slot(1));
            second.acquire();
            clock.turn(INTERVAL / 2);
            assertFalse(second.dropRequested(), "an interval since the third came, half of one since the switch");
            clock.turn(INTERVAL - 1);
            assertFalse(second.dropRequested(), "its second interval has not ended");
            clock.turn(1);
            assertTrue(second.dropRequested());
            assertEquals(1, ledger.count(2, Count.DROP_REQUESTS));
            second.release();
        }, this::takeAndRelease);
    }

    @Test
    void aSafePointHonoursTheRequestAndTheWaitBeginsAtTheDrop() {
        run(() -> {
            GilThread holder = holder();
            clock.turn(0);
            clock.turn(INTERVAL);
            clock.turn(7);
            events.add("0 at a safe point");
            holder.safePoint();
            events.add("0 holds");
            assertEquals(3, ledger.waitNanos(0, WaitKind.INTERPRETER_LOCK));
            assertEquals(1, ledger.count(0, Count.FORCED_SWITCHES));
            assertEquals(1, ledger.count(0, Count.HANDOFFS));
            assertEquals(1, ledger.count(0, Count.WAITS));
            assertEquals(INTERVAL + 7, ledger.count(0, Count.HOLD_NANOS));
            assertFalse(holder.dropRequested(), "the taker clears its own request");
            holder.release();
        }, () -> {
            GilThread thread = gil.attach(ledger.page.slot(1));
            thread.acquire();
            events.add("1 holds");
            model.advance(3);
            thread.release();
        });
        assertEquals(List.of("0 at a safe point", "1 holds", "0 holds"), events);
        assertEquals(INTERVAL + 7, ledger.waitNanos(1, WaitKind.INTERPRETER_LOCK));
    }

    @Test
    void aReleaseThatWasAskedForWaitsUntilAnotherHasTheLock() {
        run(() -> {
            GilThread holder = holder();
            clock.turn(0);
            clock.turn(INTERVAL);
            events.add("0 releases");
            holder.release();
            events.add("0 goes into its call");
            assertEquals(1, ledger.count(0, Count.FORCED_SWITCHES));
        }, () -> {
            GilThread thread = gil.attach(ledger.page.slot(1));
            thread.acquire();
            events.add("1 holds");
            thread.release();
        });
        assertEquals(List.of("0 releases", "1 holds", "0 goes into its call"), events);
    }

    @Test
    void aReleaseThatNobodyAskedForMayTakeTheLockRightBack() {
        run(() -> {
            GilThread holder = holder();
            clock.turn(0);
            holder.release();
            holder.acquire();
            events.add("0 holds again");
            assertEquals(2, ledger.count(0, Count.ACQUISITIONS));
            assertEquals(0, ledger.count(0, Count.HANDOFFS), "a re-acquire is no handoff");
            assertEquals(1, gil.switchNumber());
            holder.release();
        }, () -> {
            takeAndRelease();
            events.add("1 held");
        });
        assertEquals(List.of("0 holds again", "1 held"), events);
    }

    @Test
    void theWaitUnderWayIsToldWhileItLasts() {
        run(() -> {
            GilThread holder = holder();
            clock.turn(0);
            clock.turn(11);
            assertEquals(11, ledger.waitNanos(1, WaitKind.INTERPRETER_LOCK, model.nanos()));
            holder.release();
        }, this::takeAndRelease);
    }

    @Test
    void byTheOlderRuleAHolderOfAnotherInterpreterIsNotAsked() {
        Gil shared = new Gil(model, INTERVAL, DropRule.PYTHON_3_12);
        run(() -> {
            GilThread holder = shared.attach(ledger.page.slot(0));
            holder.acquire();
            clock.turn(0);
            clock.turn(INTERVAL);
            assertEquals(1, ledger.count(1, Count.DROP_REQUESTS), "the waiter has asked");
            assertFalse(holder.dropRequested(), "and not where the holder looks");
            holder.safePoint();
            events.add("0 goes on");
            holder.release();
            assertEquals(0, ledger.count(0, Count.FORCED_SWITCHES));
        }, () -> {
            GilThread thread = shared.interpreter().attach(ledger.page.slot(1));
            thread.acquire();
            events.add("1 holds");
            assertFalse(thread.dropRequested(), "the taker clears what its own interpreter was asked");
            thread.release();
        });
        assertEquals(List.of("0 goes on", "1 holds"), events);
    }

    private GilThread holder() {
        GilThread holder = gil.attach(ledger.page.slot(0));
        holder.acquire();
        return holder;
    }

    private void takeAndRelease() {
        GilThread thread = gil.attach(ledger.page.slot(model.running()));
        thread.acquire();
        thread.release();
    }

    private void run(Runnable... actors) {
        model.run(clock, List.of(actors));
    }
}
