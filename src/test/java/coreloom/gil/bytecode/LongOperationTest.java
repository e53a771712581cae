package coreloom.gil.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class LongOperationTest {
    @Test
    void theSumIsThatOfPython() {
        int[] pieces = new int[1];
        assertEquals(9_999L * 10_000 / 2, LongOperation.sum(10_000, () -> pieces[0]++));
        assertEquals(3, pieces[0], "pieces of 4096");
        assertEquals(0, LongOperation.sum(0, () -> { }));
    }

    /** The first tries take ten times as long as the others. */
    @Test
    void theShortestTryTellsHowManyStepsATimeHas() {
        long[] state = {0, 0};
        LongSupplier clock = () -> {
            state[0] += state[1]++ < 20 ? 1_024_000 : 102_400;
            return state[0];
        };
        assertEquals(3_000 * 2_000, LongOperation.steps(3_000, clock));
        assertEquals(2_000, LongOperation.steps(1, clock));
    }
}
