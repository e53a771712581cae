package coreloom.history.repeats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which of a few values does not belong to the others, and what they say together. */
class OutlierRuleTest {
    @Test
    void dixonsOwnExampleOfOneInTen() {
        // R. B. Dean and W. J. Dixon's test as commonly shown: Q = 0.010 / 0.022 = 0.455, below 0.466.
        List<Double> values = List.of(0.189, 0.167, 0.187, 0.183, 0.186, 0.182, 0.181, 0.184, 0.181, 0.177);
        assertEquals(OptionalInt.empty(), OutlierRule.find(values));
        assertEquals(OptionalInt.of(1), OutlierRule.find(List.of(0.189, 0.160, 0.187, 0.183, 0.186, 0.182, 0.181, 0.184, 0.181, 0.177)));
    }

    @Test
    void ofThreeOnlyAGlaringOneIsNamed() {
        assertEquals(OptionalInt.empty(), OutlierRule.find(List.of(100.0, 101.0, 110.0)));
        assertEquals(OptionalInt.of(1), OutlierRule.find(List.of(100.0, 50.0, 100.5)));
        assertEquals(OptionalInt.of(2), OutlierRule.find(List.of(100.0, 100.5, 150.0)));
    }

    @Test
    void aDifferenceOfNextToNothingIsNone() {
        assertEquals(OptionalInt.empty(), OutlierRule.find(List.of(100.0, 100.001, 101.0)));
        assertEquals(OptionalInt.empty(), OutlierRule.find(List.of(5.0, 5.0, 5.0)));
    }

    @Test
    void twoValuesSayNothing() {
        assertEquals(OptionalInt.empty(), OutlierRule.find(List.of(1.0, 100.0)));
        assertEquals(OptionalInt.empty(), OutlierRule.find(List.of()));
    }

    @Test
    void sigmaIsThatOfASample() {
        Spread spread = new Spread(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
        assertEquals(5, spread.mean());
        assertEquals(Math.sqrt(32.0 / 7), spread.sigma().orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), new Spread(List.of(3.0)).sigma());
    }
}
