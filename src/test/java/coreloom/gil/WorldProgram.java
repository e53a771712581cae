package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WorkerTable.Count;
import java.util.ArrayList;
import java.util.List;

/** Some threads without an interpreter lock: each runs bytecodes, goes into blocking calls, stops the world or ends, and all must come to their end. */
final class WorldProgram implements Exploration.Program {
    private static final int NOBODY = -1;

    private final Model model;
    private final World world;
    private final Ledger ledger;
    private final List<Runnable> actors = new ArrayList<>();
    /** Who runs a bytecode just now. */
    private final List<Integer> inside = new ArrayList<>();
    private int stoppedBy = NOBODY;
    private int stops;
    private int stopped;
    private int ended;

    WorldProgram(Model model, World world, Ledger ledger) {
        this.model = model;
        this.world = world;
        this.ledger = ledger;
        ledger.mark();
    }

    /** Adds a thread that does what the letters say: {@code b} a bytecode and a safe point, {@code c} a blocking call, {@code s} a stop. */
    WorldProgram thread(String script) {
        int number = actors.size();
        stops += (int) script.chars().filter(letter -> letter == 's').count();
        actors.add(() -> {
            WorldThread thread = world.join(ledger.page.slot(number));
            thread.attach();
            for (char letter : script.toCharArray()) {
                act(letter, number, thread);
            }
            thread.detach();
            thread.leave();
            ended++;
        });
        return this;
    }

    private void act(char letter, int number, WorldThread thread) {
        switch (letter) {
            case 'b' -> {
                bytecode(number);
                thread.safePoint();
            }
            case 'c' -> {
                thread.detach();
                model.point("is in a blocking call");
                thread.attach();
                bytecode(number);
            }
            case 's' -> stop(number, thread);
            default -> throw new IllegalArgumentException("no such letter: " + letter);
        }
    }

    private void bytecode(int number) {
        assertEquals(NOBODY, stoppedBy, "a thread runs though the world is stopped");
        inside.add(number);
        model.point("runs a bytecode");
        inside.remove((Integer) number);
    }

    private void stop(int number, WorldThread thread) {
        thread.pauseBegins();
        assertEquals(NOBODY, stoppedBy, "two have stopped the world");
        stoppedBy = number;
        assertEquals(List.of(), inside, "the world is stopped, and a thread runs");
        model.point("collects");
        assertEquals(List.of(), inside, "the world is stopped, and a thread runs");
        stopped++;
        stoppedBy = NOBODY;
        thread.pauseEnds();
        thread.collected();
        bytecode(number);
    }

    @Override
    public List<Runnable> actors() {
        return actors;
    }

    @Override
    public void check() {
        assertEquals(actors.size(), ended, "threads that ended");
        assertEquals(stops, stopped, "stops");
        assertEquals(stops, ledger.total(Count.COLLECTIONS), "counted");
        assertTrue(ledger.total(Count.PAUSE_NANOS) >= 0, "pauses");
    }
}
