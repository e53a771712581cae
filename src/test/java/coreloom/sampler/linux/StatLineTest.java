package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatLineTest {
    private final StatLine line = new StatLine();

    private boolean parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return line.parse(bytes, bytes.length);
    }

    @Test
    void takesALineOfThisKernelApart() {
        assertTrue(parse("4713 (cat) R 4703 4703 2713 0 -1 4194304 99 0 0 0 7 5 0 0 20 0 12 0 121942 3133440 358 18446744073709551615 "
                + "94856407056384 94856407076265 140732019365696 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 94856407092272 94856407093888 "
                + "94857470828544 140732019366617 140732019366637 140732019366637 140732019367915 0\n"));
        assertEquals("cat", line.name());
        assertEquals('R', line.state());
        assertEquals(12, line.cpuTicks());
        assertEquals(12, line.threads());
        assertEquals(121942, line.startTicks());
        assertEquals(1, line.core());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "(x)", "x) S 1 2", "((((", "new\nline", "tab\there", "\u001b[31m", "Fäden 線", ") R 9 (", "))"})
    void aNameMayHoldAnything(String name) {
        assertTrue(parse(FakeProc.stat(7, name, 'D', 3, 2, 55, 9)));
        assertEquals(name, line.name());
        assertEquals('D', line.state());
        assertEquals(3, line.cpuTicks());
        assertEquals(55, line.startTicks());
        assertEquals(9, line.core());
    }

    @Test
    void aNameCutWithinALetterStaysReadable() {
        byte[] bytes = FakeProc.stat(7, "ab?", 'S', 3, 2, 55, 9).getBytes(StandardCharsets.UTF_8);
        bytes[5] = (byte) 0xc3;
        assertTrue(line.parse(bytes, bytes.length));
        assertEquals("ab\ufffd", line.name());
    }

    @Test
    void tellsWhetherTheNameIsStillTheSame() {
        parse(FakeProc.stat(7, "worker", 'S', 3, 2, 55, 9));
        byte[] name = line.nameBytes();
        assertTrue(line.named(name));
        parse(FakeProc.stat(7, "worker-1", 'S', 3, 2, 55, 9));
        assertFalse(line.named(name));
    }

    @Test
    void furtherFieldsAreIgnored() {
        assertTrue(parse(FakeProc.stat(7, "x", 'S', 3, 2, 55, 9).strip() + " 1 2 3 new-field\n"));
        assertEquals(9, line.core());
    }

    @Test
    void everyCutBeforeTheLastFieldIsRefused() {
        String whole = FakeProc.stat(7, "x y", 'S', 3, 2, 55, 9);
        int end = whole.indexOf(" 17 9 ") + 4;
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= end; length++) {
            assertFalse(line.parse(bytes, length), "cut at " + length);
        }
        assertTrue(line.parse(bytes, end + 1));
    }

    @Test
    void onlyTheGivenLengthIsRead() {
        byte[] bytes = Arrays.copyOf(FakeProc.stat(7, "x", 'S', 3, 2, 55, 9).getBytes(StandardCharsets.UTF_8), 4096);
        int length = new String(bytes, StandardCharsets.UTF_8).indexOf('\0');
        bytes[length] = ')';
        assertTrue(line.parse(bytes, length));
        assertEquals('S', line.state());
    }

    /** What follows the time in user mode in a line whose name is x; the rest is as it should be. */
    private static final String TAIL = " 0 0 0 20 0 2 0 55 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 17 9";

    @Test
    void theTailOfTheRefusedLinesIsWholeItself() {
        assertTrue(parse("7 (x) S 1 1 1 0 -1 4194304 99 0 0 0 3" + TAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "7", "7 x S 1", "7 (x", "7 x) S", ")(",
        "7 (x) SS 1 1 1 0 -1 4194304 99 0 0 0 3" + TAIL,
        "7 (x) S 1 1 1 0 -1 4194304 99 0 0 0 three" + TAIL,
        "7 (x) S 1 1 1 0 -1 4194304 99 0 0 0 99999999999999999999" + TAIL,
        "7 (x) S 1 1 1 0 -1 4194304 99 0 0 0 -3" + TAIL})
    void whatIsNoSuchLineIsRefused(String text) {
        assertFalse(parse(text));
    }
}
