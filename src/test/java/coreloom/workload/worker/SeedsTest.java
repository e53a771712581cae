package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void theSequenceIsThatOfTheJavaLibrary() {
        SplitMix64 ours = new SplitMix64(1_234_567);
        SplittableRandom theirs = new SplittableRandom(1_234_567);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(theirs.nextLong(), ours.next());
        }
    }

    @Test
    void everyNumberBelowABoundIsDrawnAndNoOther() {
        for (int bound : new int[] {1, 2, 3, 16, 17}) {
            SplitMix64 choices = new SplitMix64(bound);
            Set<Integer> drawn = new HashSet<>();
            for (int i = 0; i < 1_000; i++) {
                drawn.add(choices.below(bound));
            }
            assertEquals(bound, drawn.size(), "below " + bound);
            assertTrue(drawn.stream().allMatch(number -> number >= 0 && number < bound), "below " + bound);
        }
        SplitMix64 choices = new SplitMix64(1);
        for (int i = 0; i < 1_000; i++) {
            int number = choices.below(Integer.MAX_VALUE);
            assertTrue(number >= 0 && number < Integer.MAX_VALUE, "drawn " + number);
        }
    }

    @Test
    void aWorkerHasItsSequenceWhicheverProcessItIsIn() {
        assertEquals(new Seeds(1, 0).start(3), new Seeds(1, 3).start(0));
        assertEquals(new Seeds(1, 0).stripes(3).next(), new Seeds(1, 2).stripes(1).next());
    }

    @Test
    void workersUsesAndSeedsHaveSequencesOfTheirOwn() {
        Set<Long> beginnings = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (int worker = 0; worker < 100; worker++) {
                beginnings.add(new Seeds(seed, 0).start(worker));
                beginnings.add(new Seeds(seed, 0).stripes(worker).next());
            }
        }
        assertEquals(2_000, beginnings.size());
    }
}
