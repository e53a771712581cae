package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as they stand on the screen. */
class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0,0ns", "999,999ns", "1000,1.0us", "9940,9.9us", "9960,10us", "640000,640us", "999600,1.0ms", "5100000,5.1ms", "15800000,16ms",
        "999400000,999ms", "1200000000,1.2s", "137000000000,137s"})
    void nanosHaveAtMostFiveCharacters(long nanos, String text) {
        assertEquals(text, Figures.nanos(new StringBuilder(), nanos, 0).toString());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.04,0", "0.4,0.4", "9.94,9.9", "164,164", "99999,99999", "123456,123k", "999400,999k", "1234567,1.2M", "45678901,46M"})
    void ratesHaveAtMostFiveCharacters(double value, String text) {
        assertEquals(text, Figures.compact(new StringBuilder(), value, 0).toString());
    }

    @Test
    void fixedIsWhatFormatWouldPrint() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            double value = Math.round(random.nextGaussian() * 1e5) / 64.0;
            String wanted = String.format(java.util.Locale.ROOT, "%10.2f", value);
            String got = Figures.fixed(new StringBuilder(), value, 2, 10).toString();
            assertTrue(Math.abs(Double.parseDouble(got.strip()) - Double.parseDouble(wanted.strip())) <= 0.0101 && got.length() == wanted.length(),
                "seed " + seed + ": " + value + " is '" + got + "', not '" + wanted + "'");
        }
    }

    @Test
    void unknownIsAWord() {
        assertEquals("   n/a", Figures.fixed(new StringBuilder(), Double.NaN, 1, 6).toString());
        assertEquals("   n/a", Figures.percent(new StringBuilder(), Double.NaN, 6).toString());
        assertEquals("   n/a", Figures.compact(new StringBuilder(), Double.NaN, 6).toString());
    }

    @Test
    void textIsCutOrFilledToItsWidth() {
        assertEquals("ab…", Figures.left(new StringBuilder(), "abcdef", 3).toString());
        assertEquals("ab ", Figures.left(new StringBuilder(), "ab", 3).toString());
    }
}
