package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LookPaceTest {
    private static final int LOOKS = 10_000;
    private static final long SECOND = 1_000_000_000L;

    private final SplittableRandom random = new SplittableRandom(7);

    private double meanGapNanos(LookPace pace, WaitDemand demand) {
        double sum = 0;
        for (int i = 0; i < LOOKS; i++) {
            sum += pace.nextGapNanos(demand);
        }
        return sum / LOOKS;
    }

    private LookPace costing(double limit, long nanos) {
        LookPace pace = new LookPace(limit, random);
        for (int i = 0; i < 200; i++) {
            pace.cost(nanos);
        }
        return pace;
    }

    @Test
    void theCostStaysWithinTheLimit() {
        for (long cost : new long[] {100_000, 1_000_000, 20_000_000}) {
            for (double limit : new double[] {0.001, 0.01, 0.1}) {
                double share = cost / meanGapNanos(costing(limit, cost), WaitDemand.MIXED);
                assertTrue(share <= limit * 1.02, cost + " ns a look, limit " + limit + ", used " + share);
            }
        }
    }

    @Test
    void aSteadyProgramIsLookedAtThreeTimesASecond() {
        assertEquals(0.3 * SECOND, meanGapNanos(costing(0.01, 100_000), WaitDemand.STEADY), 0.006 * SECOND);
    }

    @Test
    void gapsDifferAndAreNeverShorterThanFiveMillis() {
        LookPace pace = costing(1, 0);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < LOOKS; i++) {
            long gap = pace.nextGapNanos(WaitDemand.MIXED);
            least = Math.min(least, gap);
            most = Math.max(most, gap);
        }
        assertTrue(least >= LookPace.SHORTEST_NANOS, "shortest " + least);
        assertTrue(most > 14_000_000 && most <= 15_000_000, "longest " + most);
    }

    @Test
    void nobodyLooksWhereNothingRanOrNothingIsAllowed() {
        assertEquals(Long.MAX_VALUE, new LookPace(0.01, random).nextGapNanos(WaitDemand.NONE));
        assertEquals(Long.MAX_VALUE, new LookPace(0, random).nextGapNanos(WaitDemand.MIXED));
    }

    @Test
    void whatTheLimitDidNotAllowIsMissed() {
        LookPace pace = new LookPace(0.01, random);
        pace.passed(SECOND, WaitDemand.MIXED);
        for (int i = 0; i < 40; i++) {
            pace.done();
        }
        assertEquals(40, pace.looks());
        assertEquals(60, pace.missed());
        pace.passed(SECOND, WaitDemand.NONE);
        assertEquals(60, pace.missed());
        pace.done();
        assertEquals(60, pace.missed(), "what was counted stays counted");
    }
}
