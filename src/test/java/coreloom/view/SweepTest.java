package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which samples stand in which column. */
class SweepTest {
    @Test
    void theFirstSweepWritesFromTheLeft() {
        Sweep sweep = new Sweep(2, 5, 1);
        assertEquals(0, sweep.first(0));
        assertEquals(2, sweep.first(2));
        assertTrue(sweep.first(3) < 0 && sweep.first(4) < 0);
    }

    @Test
    void laterOnesWriteOverTheOldestWithABlankColumnBetween() {
        Sweep sweep = new Sweep(16, 6, 1);
        assertEquals(4, sweep.head());
        assertEquals(5, sweep.gap());
        assertTrue(sweep.first(5) < 0);
        assertEquals(12, sweep.first(0));
        assertEquals(16, sweep.first(4));
    }

    @Test
    void aTickChangesTwoColumnsAtMost() {
        for (int samples : new int[] {1, 5}) {
            for (long number = 0; number < 200; number++) {
                Sweep before = new Sweep(number, 17, samples);
                Sweep after = new Sweep(number + 1, 17, samples);
                int changed = 0;
                for (int x = 0; x < 17; x++) {
                    boolean same = before.first(x) == after.first(x) && (before.first(x) < 0 || before.last(x) == after.last(x));
                    changed += same ? 0 : 1;
                }
                assertTrue(changed <= 2, "tick " + number + " changes " + changed + " columns");
            }
        }
    }

    @Test
    void severalSamplesShareAColumnAndTheNewestFillsUp() {
        Sweep sweep = new Sweep(12, 10, 5);
        assertEquals(10, sweep.first(2));
        assertEquals(12, sweep.last(2));
        assertEquals(9, sweep.last(1));
    }

    @Test
    void aPictureOfOneColumnShowsTheNewest() {
        assertEquals(7, new Sweep(7, 1, 1).first(0));
    }
}
