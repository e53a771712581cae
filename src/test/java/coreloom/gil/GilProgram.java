package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.WorkerSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Some threads under one lock: each runs a few bytecodes and lets go for some blocking calls, and everything that must hold is checked. */
final class GilProgram implements Exploration.Program {
    private final Model model;
    private final Gil gil;
    private final Ledger ledger;
    private final List<Runnable> actors = new ArrayList<>();
    /** Who has held the lock, in order, as the holders wrote it down. */
    private final List<Integer> holders = new ArrayList<>();
    private Function<WorkerSlot, GilThread> interpreter;
    private int inside;
    private int honoured;
    private long asked;

    GilProgram(Model model, Gil gil, Ledger ledger) {
        this.model = model;
        this.gil = gil;
        this.ledger = ledger;
        interpreter = gil::attach;
        ledger.mark();
    }

    /** Threads added from here on belong to an interpreter of their own. */
    GilProgram interpreter() {
        interpreter = gil.interpreter()::attach;
        return this;
    }

    /**
     * Adds a thread that holds the lock {@code holds} times, for {@code bytecodes} bytecodes each, with a safe point after each bytecode.
     */
    GilProgram thread(int holds, int bytecodes) {
        int number = actors.size();
        Function<WorkerSlot, GilThread> attach = interpreter;
        actors.add(() -> {
            GilThread thread = attach.apply(ledger.page.slot(number));
            boolean asked = false;
            for (int hold = 0; hold < holds; hold++) {
                thread.acquire();
                holds(number, asked);
                for (int bytecode = 0; bytecode < bytecodes; bytecode++) {
                    bytecode(number, thread);
                }
                asked = thread.dropRequested();
                thread.release();
            }
        });
        return this;
    }

    private void bytecode(int number, GilThread thread) {
        inside++;
        model.point("runs a bytecode");
        assertEquals(1, inside, "two threads hold the lock");
        inside--;
        boolean asked = thread.dropRequested();
        thread.safePoint();
        if (asked) {
            honoured++;
            holds(number, true);
        }
    }

    private void holds(int number, boolean asked) {
        if (asked) {
            assertNotEquals(number, holders.get(holders.size() - 1), "a forced switch ended with the same holder");
        }
        holders.add(number);
    }

    @Override
    public List<Runnable> actors() {
        return actors;
    }

    @Override
    public void check() {
        List<Integer> turns = turns();
        long changes = turns.size() - 1;
        long returns = IntStream.range(2, turns.size()).filter(i -> turns.get(i).equals(turns.get(i - 2))).count();
        Map<Count, Long> counted = ledger.totals();
        asked = counted.get(Count.DROP_REQUESTS);
        assertEquals(holders.size(), counted.get(Count.ACQUISITIONS), "acquisitions");
        assertEquals(changes, counted.get(Count.HANDOFFS), "handoffs");
        assertEquals(returns, counted.get(Count.RETURNS), "returns");
        assertEquals(changes + 1, gil.switchNumber(), "switch number");
        assertTrue(counted.get(Count.WAITS) <= holders.size(), "waits");
        assertTrue(counted.get(Count.WAITS) >= honoured, "a drop at a safe point is a wait");
        assertTrue(counted.get(Count.FORCED_SWITCHES) <= asked, "forced switches");
        assertTrue(asked >= honoured, "drop requests");
    }

    /** Times that a waiter asked for the lock in this run, once it has been checked. */
    long asked() {
        return asked;
    }

    /** The holders, each once for all the times that it held the lock without another in between. */
    private List<Integer> turns() {
        List<Integer> turns = new ArrayList<>();
        for (Integer holder : holders) {
            if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(holder)) {
                turns.add(holder);
            }
        }
        return turns;
    }

    /** Drop requests that a thread found at a safe point in this run. */
    int honoured() {
        return honoured;
    }
}
