package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.object.Counted;
import coreloom.gil.object.SteppedCounting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Biased reference counts, in every order of their steps: an object is freed once, when the last of all references is gone and not before. The
 * last test breaks the replacement, and the exploration must notice.
 */
class CountingInterleavingsTest {
    /** The owner and others, each with a reference to one object; each takes some more and gives all back. */
    private static final class Program implements Exploration.Program {
        private final Model model;
        private final SteppedCounting owner;
        private final Counted object;
        private final boolean atomically;
        private final List<Runnable> actors = new ArrayList<>();
        private boolean stepping;
        private int references = 1;
        private int freed;
        private boolean ended;

        Program(Model model, boolean atomically, int ownersMore) {
            this.model = model;
            this.atomically = atomically;
            owner = new SteppedCounting(this::point, true);
            object = owner.object();
            actors.add(() -> {
                stepping = true;
                useAndGiveBack(owner, ownersMore);
                freed(ended ? owner.end() : owner.merge());
            });
        }

        /** The owner ends after its last reference, while others may still have some. */
        Program ownerEnds() {
            ended = true;
            return this;
        }

        /** Adds a thread that is given a reference by the owner, or by itself as one that it takes from a place that all can reach. */
        Program foreign(int more, boolean givenByOwner) {
            SteppedCounting counting = new SteppedCounting(this::point, atomically);
            references++;
            (givenByOwner ? owner : counting).increment(object);
            actors.add(() -> {
                stepping = true;
                useAndGiveBack(counting, more);
            });
            return this;
        }

        private void point(String what) {
            if (stepping) {
                model.point(what);
            }
        }

        private void useAndGiveBack(SteppedCounting counting, int more) {
            for (int i = 0; i < more; i++) {
                references++;
                counting.increment(object);
            }
            for (int i = 0; i <= more; i++) {
                references--;
                freed(counting.decrement(object) ? 1 : 0);
            }
        }

        private void freed(int times) {
            freed += times;
            assertTrue(freed <= 1, "freed twice");
            assertTrue(freed == 0 || references == 0, "freed while " + references + " references are there");
        }

        @Override
        public List<Runnable> actors() {
            return actors;
        }

        @Override
        public void check() {
            stepping = false;
            freed(ended ? 0 : owner.merge());
            assertEquals(1, freed, "times freed");
        }
    }

    @Test
    void theOwnerAndOneOtherInEveryOrder() {
        for (boolean given : new boolean[] {true, false}) {
            int runs = new Exploration(5, 0).explore(model -> new Program(model, true, 1).foreign(1, given));
            assertTrue(runs > 100, "only " + runs + " runs");
        }
    }

    @Test
    void theOwnerAndTwoOthersInEveryOrder() {
        new Exploration(3, 0).explore(model -> new Program(model, true, 0).foreign(0, true).foreign(0, true));
        new Exploration(3, 0).explore(model -> new Program(model, true, 0).foreign(1, true).foreign(0, false));
        new Exploration(3, 0).explore(model -> new Program(model, true, 1).foreign(0, false).foreign(0, false));
    }

    @Test
    void anOwnerThatEndsLeavesNothingBehindInAnyOrder() {
        int runs = new Exploration(5, 0).explore(model -> new Program(model, true, 0).ownerEnds().foreign(1, true));
        assertTrue(runs > 100, "only " + runs + " runs");
        new Exploration(3, 0).explore(model -> new Program(model, true, 0).ownerEnds().foreign(0, true).foreign(0, true));
        new Exploration(3, 0).explore(model -> new Program(model, true, 0).ownerEnds().foreign(0, true).foreign(0, false));
        new Exploration(2, 0).explore(model -> new Program(model, true, 1).ownerEnds().foreign(1, false).foreign(0, true));
    }

    @Test
    void aReplacementThatOverwritesIsNoticed() {
        AssertionError caught = assertThrows(AssertionError.class,
                () -> new Exploration(3, 0).explore(model -> new Program(model, false, 0).foreign(0, false).foreign(0, false)));
        assertTrue(caught.getMessage().contains("freed"), caught.getMessage());
    }
}
