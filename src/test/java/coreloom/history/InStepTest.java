package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Picture;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which interval of another session stands beside one, wherever its samples fall. */
class InStepTest {
    private static final long MILLI = 1_000_000;

    private final History history = Picture.play(ScriptedSource.cores(2).lasting(6)
            .at(0, machine -> machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED)));
    private final long newest = history.count() - 1;

    private Optional<Interval> beside(long number, long shiftMillis) {
        return new InStep("other", history, shiftMillis * MILLI).beside(history.get(number));
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
}
