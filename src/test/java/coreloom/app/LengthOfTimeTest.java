package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time on the command line. */
class LengthOfTimeTest {
    @ParameterizedTest
    @CsvSource({"10s,10000000000", "500ms,500000000", "2m,120000000000", "1h,3600000000000", "1.5s,1500000000", "3,3000000000", "0,0"})
    void isReadAsPeopleWriteIt(String text, long nanos) {
        assertEquals(nanos, LengthOfTime.parse(text).nanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "-1s", "1 2", "10 parsecs", "999999999h", "1e9s", "1.s"})
    void anythingElseIsOneSentence(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> LengthOfTime.parse(text)).getMessage();
        assertTrue(message.startsWith("'" + text + "' is "), message);
    }

    @Test
    void thereIsAnEndToPatience() {
        assertEquals(7 * 24 * 3_600 * 1_000_000_000L, LengthOfTime.parse("168h").nanos());
    }
}
