package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The sentence over all finished lanes. */
class ComparisonTest {
    @Test
    void namesTheBestAndTheWorstAndWhy() {
        assertEquals("processes: 1.90 times the work of one worker with 2 workers; gil: 0.95 times, because its threads wait for the interpreter lock "
                + "50 % of their time.", Comparison.sentence(List.of(lane("threads", 1.8, 0), lane("processes", 1.9, 0), lane("gil", 0.95, 0.5))));
    }

    @Test
    void lanesThatDoAboutTheSameAreSaidToDoSo() {
        assertEquals("All lanes do about the same: 3.80 times to 4.00 times the work of one worker with 2 workers.",
                Comparison.sentence(List.of(lane("threads", 4.0, 0), lane("gil", 3.8, 0.01))));
    }

    @Test
    void coroutinesWaitForTheirLoop() {
        assertEquals("threads: 1.80 times the work of one worker with 2 workers; asyncio: 1.00 times, because its coroutines wait for their event "
                + "loop 50 % of their time.", Comparison.sentence(List.of(lane("threads", 1.8, 0), lane("asyncio", 1, WaitKind.EVENT_LOOP, 0.5))));
    }

    @Test
    void threadsWaitForTheCollector() {
        assertEquals("processes: 1.80 times the work of one worker with 2 workers; free-threaded: 1.00 times, because its threads wait for the "
                + "collector 30 % of their time.",
                Comparison.sentence(List.of(lane("processes", 1.8, 0), lane("free-threaded", 1, WaitKind.COLLECTOR, 0.3))));
    }

    @Test
    void threadsThatKeepEachOtherFromItOnTheirCoresAreNotSaidToWait() {
        assertEquals("processes: 1.80 times the work of one worker with 2 workers; free-threaded: 0.40 times, because its threads, though on a core "
                + "93 % of their time, do less there.",
                Comparison.sentence(List.of(lane("processes", 1.8, 0), lane("free-threaded", 0.4, WaitKind.COLLECTOR, 0.07))));
    }

    @Test
    void oneLaneStandsAlone() {
        assertEquals("gil: 0.95 times the work of one worker with 2 workers.", Comparison.sentence(List.of(lane("gil", 0.95, 0.5))));
    }

    @Test
    void lanesWithoutBaselineAreNotCompared() {
        assertEquals("All lanes are done; none could be measured against one worker.", Comparison.sentence(List.of(lane("a", Double.NaN, 0))));
    }

    private static LaneSummary lane(String name, double speedUp, double gilShare) {
        return lane(name, speedUp, WaitKind.INTERPRETER_LOCK, gilShare);
    }

    private static LaneSummary lane(String name, double speedUp, WaitKind kind, double share) {
        double[] shares = new double[WaitKind.COUNT];
        shares[kind.ordinal()] = share;
        OptionalDouble times = Double.isNaN(speedUp) ? OptionalDouble.empty() : OptionalDouble.of(speedUp);
        return new LaneSummary(new LaneReading(0, name, name, 2, Phase.ENDED, 0, 0, List.of(), ""), 1, OptionalDouble.of(1), OptionalDouble.of(1), times,
                OptionalDouble.of(1 - share), OptionalDouble.of(0), LaneSummary.WaitShares.of(shares), OptionalLong.empty(), OptionalLong.empty(),
                OptionalDouble.of(0), 2, Optional.empty(), SeenLocks.NONE, LaneSummary.Collections.NONE, IdleBudget.NONE,
                OptionalDouble.empty());
    }
}
