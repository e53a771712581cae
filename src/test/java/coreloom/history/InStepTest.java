package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Picture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which intervals of another session stand beside one, wherever its samples fall. */
class InStepTest {
    private static final long MILLI = 1_000_000;

    private final History history = lasting(6, 1000);
    private final long newest = history.count() - 1;

    private static History lasting(int snapshots, int periodMillis) {
        return Picture.play(ScriptedSource.cores(2).lasting(snapshots).every(Duration.ofMillis(periodMillis))
                .at(0, machine -> machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED)));
    }

    private static InStep shifted(History other, long shiftMillis) {
        return new InStep("other", other, List.of(), shiftMillis * MILLI);
    }

    private Optional<Interval> beside(long number, long shiftMillis) {
        return shifted(history, shiftMillis).beside(history.get(number));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-400, 0", "-1000, -1", "-1600, -1"})
    void theOneThatTheTimeLiesIn(long shiftMillis, long steps) {
        assertEquals(newest + steps, beside(newest, shiftMillis).orElseThrow().number());
    }

    @ParameterizedTest
    @CsvSource({"1", "400", "60000"})
    void theLastOneWhereTheOtherHasNotBeenReadSoFarOrHasEnded(long shiftMillis) {
        assertEquals(newest, beside(newest, shiftMillis).orElseThrow().number());
    }

    @Test
    void noneBeforeItsBeginning() {
        assertEquals(Optional.empty(), beside(0, -60_000));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-1", "300", "-300"})
    void sampledAlikeEachStandsBesideOneWhateverTheJitter(long shiftMillis) {
        for (long number = 0; number <= newest; number++) {
            assertDuring(number, number, shifted(history, shiftMillis), history.get(number));
        }
    }

    @Test
    void sampledMoreOftenEachStandsBesideOneAndNoneIsLeftOut() {
        History often = lasting(19, 300);
        InStep other = shifted(often, 0);
        assertDuring(0, 2, other, history.get(0));
        for (long number = 1; number < 5; number++) {
            assertEquals(other.last(history.get(number - 1)) + 1, other.first(history.get(number)));
        }
        assertEquals(16, other.last(history.get(4)), "of 18 the one that ends at 5.1 s has its middle before 5 s, that up to 5.4 s has not");
    }

    @Test
    void sampledMoreSeldomTheOneOnItsWayStandsBesideSeveral() {
        InStep other = shifted(lasting(3, 2500), 0);
        assertDuring(0, 0, other, history.get(0));
        assertDuring(0, 0, other, history.get(1));
        assertDuring(1, 1, other, history.get(3));
        assertDuring(1, 1, other, history.get(4));
    }

    @ParameterizedTest
    @CsvSource({"-60000", "-5000", "5000", "60000"})
    void nothingIsKnownBeforeItsBeginningAndAfterItsEnd(long shiftMillis) {
        InStep other = shifted(history, shiftMillis);
        Interval edge = history.get(shiftMillis < 0 ? 0 : newest);
        assertTrue(other.last(edge) < other.first(edge), other.first(edge) + " to " + other.last(edge));
    }

    private static void assertDuring(long first, long last, InStep other, Interval interval) {
        assertEquals(first + " to " + last, other.first(interval) + " to " + other.last(interval), "beside interval " + interval.number());
    }
}
