package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedstatLineTest {
    private final SchedstatLine line = new SchedstatLine();

    private boolean parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return line.parse(bytes, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"111696 85358 2\n", "111696 85358 2", "  111696\t85358   2 9 9 more\n"})
    void takesTheThreeNumbers(String text) {
        assertTrue(parse(text));
        assertEquals(111696, line.onCpuNanos());
        assertEquals(85358, line.runDelayNanos());
        assertEquals(2, line.slices());
    }

    @Test
    void holdsTheLargestNumber() {
        assertTrue(parse(Long.MAX_VALUE + " 0 1\n"));
        assertEquals(Long.MAX_VALUE, line.onCpuNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "1", "1 2", "1 2 \n", "1 2 x", "1,2,3", "-1 2 3", "1 - 3", "9223372036854775808 2 3"})
    void whatIsNoSuchLineIsRefused(String text) {
        assertFalse(parse(text));
    }
}
