package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stopping the world in every order of its steps: nobody runs while it is stopped, one stops it at a time, always somebody can move, and every
 * thread comes to its end (see {@link WorldProgram}). The last tests break what it stands on, and the exploration must notice.
 */
class WorldInterleavingsTest {
    @TempDir
    private Path directory;
    private Ledger ledger;

    @BeforeEach
    void lay() throws IOException {
        ledger = new Ledger(directory.resolve("page"), 3);
    }

    @Test
    void twoThreadsInEveryOrder() {
        for (String[] scripts : new String[][] {{"s", "bb"}, {"s", "cb"}, {"bs", "sb"}, {"ss", "c"}, {"cs", "cs"}}) {
            explore(new Exploration(3, 1), model -> model, scripts);
        }
    }

    @Test
    void threeThreadsInEveryOrder() {
        for (String[] scripts : new String[][] {{"s", "b", "c"}, {"s", "s", "b"}, {"s", "s", "s"}, {"ss", "c", "cb"}}) {
            explore(new Exploration(1, 1), model -> model, scripts);
        }
    }

    @Test
    void aThreadThatComesOrGoesMeanwhileIsNotWaitedFor() {
        explore(new Exploration(3, 1), model -> model, "s", "");
        explore(new Exploration(2, 1), model -> model, "s", "", "");
    }

    @Test
    void aLostWakeUpIsNoticed() {
        assertCaught("nobody can move", BrokenPrimitives::deaf);
    }

    @Test
    void aReplacementThatOverwritesIsNoticed() {
        assertCaught("the world is stopped", BrokenPrimitives::careless);
    }

    private void explore(Exploration exploration, UnaryOperator<Primitives> machine, String... scripts) {
        int runs = exploration.explore(model -> {
            WorldProgram program = new WorldProgram(model, new World(machine.apply(model)), ledger);
            for (String script : scripts) {
                program.thread(script);
            }
            return program;
        });
        assertTrue(runs > 10, "only " + runs + " runs of " + String.join(" ", scripts));
    }

    private void assertCaught(String words, UnaryOperator<Primitives> machine) {
        AssertionError caught = assertThrows(AssertionError.class, () -> explore(new Exploration(3, 1), machine, "s", "cb"));
        assertTrue(caught.getMessage().contains(words), caught.getMessage());
        assertTrue(caught.getMessage().contains("actor-1 "), "the schedule is printed");
    }
}
