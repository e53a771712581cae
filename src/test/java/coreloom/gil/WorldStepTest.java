package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping the world on a clock that the test turns by hand: who waits for how long, and as what it counts. */
class WorldStepTest {
    @TempDir
    private Path directory;
    private Ledger ledger;
    private final Model model = new Model();
    private final HandTurnedClock clock = new HandTurnedClock(model);
    private final World world = new World(model);
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void lay() throws IOException {
        ledger = new Ledger(directory.resolve("page"), 2);
    }

    @Test
    void aThreadStopsAtItsSafePointAndWaitsUntilTheWorldStarts() {
        model.run(clock, List.of(() -> {
            WorldThread runs = attached(0);
            clock.turn(0);
            model.advance(20);
            events.add("0 at a safe point");
            runs.safePoint();
            events.add("0 goes on");
            assertEquals(7, waited(0));
        }, () -> {
            WorldThread collects = attached(1);
            collects.pauseBegins();
            events.add("1 has stopped the world");
            model.advance(7);
            collects.pauseEnds();
            collects.collected();
            clock.turn(0);
            assertEquals(20, waited(1), "until the other had stopped");
            assertEquals(27, ledger.count(1, Count.PAUSE_NANOS), "from the request on");
            assertEquals(1, ledger.count(1, Count.COLLECTIONS));
        }));
        assertEquals(List.of("0 at a safe point", "1 has stopped the world", "0 goes on"), events);
    }

    @Test
    void aThreadInABlockingCallCountsAsStoppedAndWaitsOnlyWhenItComesBack() {
        model.run(clock, List.of(() -> {
            WorldThread blocks = attached(0);
            blocks.detach();
            events.add("0 is in a call");
            clock.turn(0);
            model.advance(5);
            events.add("0 comes back");
            blocks.attach();
            events.add("0 goes on");
            assertEquals(3, waited(0), "the call was no wait for the collector");
        }, () -> {
            WorldThread collects = attached(1);
            collects.pauseBegins();
            events.add("1 has stopped the world");
            clock.turn(0);
            model.advance(3);
            collects.pauseEnds();
            assertEquals(0, waited(1));
            assertEquals(8, ledger.count(1, Count.PAUSE_NANOS));
        }));
        assertEquals(List.of("0 is in a call", "1 has stopped the world", "0 comes back", "0 goes on"), events);
    }

    @Test
    void aThreadThatGoesIntoACallAfterItWasAskedIsNoticedInTheNextRound() {
        model.run(clock, List.of(() -> {
            WorldThread blocks = attached(0);
            clock.turn(0);
            blocks.detach();
            clock.turn(World.ROUND_NANOS - 1);
            events.add("the round is not over");
            clock.turn(1);
            blocks.attach();
            assertEquals(0, waited(0));
        }, () -> {
            WorldThread collects = attached(1);
            collects.pauseBegins();
            events.add("1 has stopped the world");
            assertEquals(World.ROUND_NANOS, waited(1));
            collects.pauseEnds();
        }));
        assertEquals(List.of("the round is not over", "1 has stopped the world"), events);
    }

    @Test
    void aThreadThatComesWhileTheWorldIsStoppedWaits() {
        model.run(clock, List.of(() -> {
            WorldThread collects = attached(0);
            collects.pauseBegins();
            clock.turn(0);
            model.advance(9);
            collects.pauseEnds();
        }, () -> {
            attached(1);
            assertEquals(9, waited(1));
        }));
    }

    private WorldThread attached(int slot) {
        WorldThread thread = world.join(ledger.page.slot(slot));
        thread.attach();
        return thread;
    }

    private long waited(int slot) {
        return ledger.waitNanos(slot, WaitKind.COLLECTOR);
    }
}
