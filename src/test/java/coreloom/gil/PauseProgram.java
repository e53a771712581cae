package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.util.ArrayList;
import java.util.List;

/**
 * Some threads under one lock that collect now and then. Of each wait, exactly the part that lies within the collector's pauses must count to the
 * collector: the program knows the pauses and the ends of waits from the readings of the clock.
 */
final class PauseProgram implements Exploration.Program, Primitives {
    private static final int NEVER = -1;

    /** A pause from its first to its last reading of the clock; one that is under way has no end yet. */
    private static final class Pause {
        final long began;
        long ended = Long.MAX_VALUE;

        Pause(long began) {
            this.began = began;
        }

        long overlap(long from, long to) {
            return Math.max(0, Math.min(to, ended) - Math.max(from, began));
        }
    }

    private final Model model;
    private final Ledger ledger;
    private final Gil gil;
    private final List<Runnable> actors = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final long[] lastRead = new long[3];
    /** The actor whose next reading of the clock is the beginning of its pause, and its end. */
    private int begins = NEVER;
    private int ends = NEVER;
    private long collected;

    PauseProgram(Model model, Ledger ledger, long switchIntervalNanos) {
        this.model = model;
        this.ledger = ledger;
        gil = new Gil(this, switchIntervalNanos);
        ledger.mark();
    }

    /** Adds a thread that holds the lock so many times, with a safe point, and with a collection in those that are given. */
    PauseProgram thread(int holds, Integer... collections) {
        int number = actors.size();
        actors.add(() -> {
            GilThread thread = gil.attach(ledger.page.slot(number));
            for (int hold = 0; hold < holds; hold++) {
                checked(number, thread::acquire);
                model.advance(3);
                if (List.of(collections).contains(hold)) {
                    collect(number, thread);
                }
                model.point("runs a bytecode");
                checked(number, thread::safePoint);
                checked(number, thread::release);
            }
        });
        return this;
    }

    private void collect(int number, GilThread thread) {
        begins = number;
        thread.pauseBegins();
        model.advance(7);
        model.point("collects");
        ends = number;
        thread.pauseEnds();
        thread.collected();
    }

    /** Whatever the thread has waited in that call is split as the pauses say. */
    private void checked(int number, Runnable call) {
        long gilBefore = ledger.waitNanos(number, WaitKind.INTERPRETER_LOCK);
        long collectorBefore = ledger.waitNanos(number, WaitKind.COLLECTOR);
        call.run();
        long other = ledger.waitNanos(number, WaitKind.INTERPRETER_LOCK) - gilBefore;
        long collector = ledger.waitNanos(number, WaitKind.COLLECTOR) - collectorBefore;
        long end = lastRead[number];
        long begin = end - other - collector;
        assertTrue(other >= 0 && collector >= 0, "waits of " + other + " and " + collector);
        assertEquals(pauses.stream().mapToLong(pause -> pause.overlap(begin, end)).sum(), collector, "waited for the collector");
        collected += collector;
    }

    /** Time in this run that was waited for a collector. */
    long collected() {
        return collected;
    }

    @Override
    public List<Runnable> actors() {
        return actors;
    }

    @Override
    public void check() {
        assertFalse(pauses.isEmpty());
        assertEquals(pauses.size(), ledger.total(Count.COLLECTIONS));
        assertEquals(pauses.stream().mapToLong(pause -> pause.ended - pause.began).sum(),
                ledger.total(Count.PAUSE_NANOS));
    }

    @Override
    public long nanos() {
        long now = model.nanos();
        int actor = model.running();
        lastRead[actor] = now;
        if (begins == actor) {
            begins = NEVER;
            pauses.add(new Pause(now));
        } else if (ends == actor) {
            ends = NEVER;
            pauses.get(pauses.size() - 1).ended = now;
        }
        return now;
    }

    @Override
    public Mutex mutex() {
        return model.mutex();
    }

    @Override
    public Parker parker() {
        return model.parker();
    }

    @Override
    public Word word(int value) {
        return model.word(value);
    }
}
