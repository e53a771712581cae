package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lock itself, run in every order of its steps: never two holders, always somebody who can move, a forced switch changes the holder,
 * and every count adds up (see {@link GilProgram}), by either rule of asking and with one interpreter or several. The last tests break the
 * lock or what it stands on, and the exploration must notice.
 */
class GilInterleavingsTest {
    private static final long INTERVAL_NANOS = 5_000_000;

    @TempDir
    private Path directory;
    private Ledger ledger;
    private DropRule rule = DropRule.PYTHON_3_13;
    private long asked;
    private long honoured;

    @BeforeEach
    void lay() throws IOException {
        ledger = new Ledger(directory.resolve("page"), 3);
    }

    @Test
    void twoThreadsAlternateInEveryOrder() {
        int runs = new Exploration(3, 2).explore(counting(model -> program(model, model).thread(1, 2).thread(2, 1)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @Test
    void threeThreadsAlternateInEveryOrder() {
        int runs = new Exploration(2, 1).explore(counting(model -> program(model, model).thread(1, 2).thread(1, 1).thread(1, 1)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @Test
    void threeThreadsReleaseAroundBlockingCallsInEveryOrder() {
        int runs = new Exploration(1, 2).explore(counting(model -> program(model, model).thread(2, 1).thread(2, 0).thread(1, 2)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @Test
    void threadsOfOneInterpreterAlternateByTheOlderRuleToo() {
        rule = DropRule.PYTHON_3_12;
        int runs = new Exploration(3, 2).explore(counting(model -> program(model, model).thread(1, 2).thread(2, 1)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @ParameterizedTest
    @EnumSource
    void threeInterpretersShareTheLockInEveryOrder(DropRule byThat) {
        rule = byThat;
        int runs = new Exploration(2, 1).explore(counting(model -> program(model, model)
                .thread(1, 2).interpreter().thread(1, 1).interpreter().thread(1, 1)));
        assertTrue(asked > 0, "nobody asked in any of " + runs + " runs");
        assertEquals(rule == DropRule.PYTHON_3_13, honoured > 0, "by 3.12's rule a waiter of another interpreter is never heard");
    }

    @Test
    void twoThreadsOfOneInterpreterAndOneOfAnotherByTheOlderRuleInEveryOrder() {
        rule = DropRule.PYTHON_3_12;
        int runs = new Exploration(1, 2).explore(counting(model -> program(model, model).thread(1, 2).thread(2, 1).interpreter().thread(2, 1)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @Test
    void whereTheLongestWaiterGetsTheLockTheyAlternateInEveryOrderToo() {
        int runs = new Exploration(2, 1).explore(counting(model -> program(model, model, Ablation.TOKEN).thread(1, 2).thread(1, 1).thread(1, 1)));
        assertTrue(honoured > 0, "no drop request in any of " + runs + " runs");
    }

    @Test
    void waitsAreSplitAsTheCollectorsPausesSayInEveryOrder() {
        PauseProgram[] last = new PauseProgram[1];
        long[] collected = new long[1];
        for (int i = 0; i < 2; i++) {
            boolean three = i == 1;
            new Exploration(three ? 1 : 2, 1).explore(model -> {
                collected[0] += last[0] == null ? 0 : last[0].collected();
                last[0] = new PauseProgram(model, ledger, INTERVAL_NANOS).thread(2, 0).thread(2, 1);
                return three ? last[0].thread(1) : last[0];
            });
        }
        assertTrue(collected[0] > 0, "nobody has waited for the collector");
    }

    @Test
    void withoutForcedSwitchingTheSameHolderComesBack() {
        assertCaught("a forced switch ended with the same holder", model -> program(model, model, Ablation.FORCED_SWITCH).thread(1, 2).thread(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aLostSignalIsNoticed(DropRule byThat) {
        rule = byThat;
        assertCaught("nobody can move", model -> program(model, BrokenPrimitives.deaf(model)).thread(1, 2).interpreter().thread(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aMutexThatDoesNotExcludeIsNoticed(DropRule byThat) {
        rule = byThat;
        assertCaught("two threads hold the lock", model -> program(model, new BrokenPrimitives(model) {
            @Override
            public Mutex mutex() {
                return new Open(model);
            }
        }).thread(1, 2).interpreter().thread(1, 1));
    }

    private GilProgram program(Model model, Primitives primitives, Ablation... without) {
        return new GilProgram(model, new Gil(primitives, INTERVAL_NANOS, rule, Set.of(without)), ledger);
    }

    private Function<Model, Exploration.Program> counting(Function<Model, GilProgram> fresh) {
        GilProgram[] last = new GilProgram[1];
        return model -> {
            honoured += last[0] == null ? 0 : last[0].honoured();
            asked += last[0] == null ? 0 : last[0].asked();
            last[0] = fresh.apply(model);
            return last[0];
        };
    }

    private void assertCaught(String words, Function<Model, Exploration.Program> mutant) {
        AssertionError caught = assertThrows(AssertionError.class, () -> new Exploration(3, 2).explore(mutant));
        assertTrue(caught.getMessage().contains(words), caught.getMessage());
        assertTrue(caught.getMessage().contains("actor-1 locks mutex"), "the schedule is printed");
    }

    /** Lets everybody in. */
    private record Open(Model model) implements Primitives.Mutex {
        @Override
        public void lock() {
            model.point("locks mutex without waiting");
        }

        @Override
        public void unlock() {
            model.point("unlocks mutex");
        }
    }
}
