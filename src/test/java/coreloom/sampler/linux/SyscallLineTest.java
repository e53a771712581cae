package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyscallLineTest {
    private final SyscallLine line = new SyscallLine();

    private boolean parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return line.parse(bytes, bytes.length);
    }

    @Test
    void tellsNumberAndArguments() {
        assertTrue(parse("202 0x7f10d4c6a148 0x189 0x2 0x0 0xffffffffffffffff 0xffffffff 0x7f10d3bfec60 0x7f10d489c117\n"));
        assertFalse(line.running());
        assertEquals(202, line.number());
        assertEquals(0x7f10d4c6a148L, line.argument(0));
        assertEquals(0x189, line.argument(1));
        assertEquals(-1, line.argument(4));
        assertTrue(line.wide());
    }

    @Test
    void tellsThatAThreadRuns() {
        assertTrue(parse("running\n"));
        assertTrue(line.running());
    }

    @Test
    void tellsOfAThreadBlockedOutsideOfACall() {
        assertTrue(parse("-1 0x7ffd1c9e3a08 0x55d0c2f0a1b0\n"));
        assertEquals(-1, line.number());
        assertFalse(line.running());
    }

    @Test
    void knowsAProgramOf32BitsByItsStack() {
        assertTrue(parse("240 0x804a024 0x80 0x2 0x0 0x0 0x0 0xffb4e0f0 0xf7f0d549\n"));
        assertFalse(line.wide());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "runnin\n", "running 1\n", "0\n", "202 \n", "-2 0x1 0x2\n", "-1\n", "-1 0x1\n", "1 0x0 0x0 0x0 0x0 0x0 0x0 0x7f0000000000\n",
            "1 0x0 0x0 0x0 0x0 0x0 0x0 0x7f0000000000 0x1 0x2\n", "1 0x0 0x0 0x0 0x0 0x0 0xg 0x7f0000000000 0x1\n", "1 0 0 0 0 0 0 0 0\n",
            "1 0x 0x0 0x0 0x0 0x0 0x0 0x7f0000000000 0x1\n", "1 0x12345678901234567 0x0 0x0 0x0 0x0 0x0 0x7f0000000000 0x1\n",
            "99999999999 0x0 0x0 0x0 0x0 0x0 0x0 0x7f0000000000 0x1\n", " 1 0x0 0x0 0x0 0x0 0x0 0x0 0x7f0000000000 0x1\n", "\u0000\u00ff\n"})
    void refusesWhatIsNoSuchLine(String text) {
        assertFalse(parse(text));
    }
}
