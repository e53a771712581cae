package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermiosTest {
    /** As stty -g of GNU coreutils 9.1 wrote them on a pseudo-terminal of Linux 6.18; Ctrl-C moved to Ctrl-X. */
    private static final String SAVED =
            "4500:5:bf:8a3b:18:1c:7f:15:4:5:6:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0";

    @Test
    void readsWhatSttySaved() {
        byte[] settings = Termios.with(new byte[Termios.SIZE_BYTES], SAVED).orElseThrow();
        assertEquals(0x4500, word(settings, 0));
        assertEquals(0x5, word(settings, 4));
        assertEquals(0xbf, word(settings, 8));
        assertEquals(0x8a3b, word(settings, 12));
        assertEquals(0x18, settings[17]);
        assertEquals(0x17, settings[17 + 14]);
    }

    @Test
    void rawTakesOfTheOutputOnlyTheReturnWithALineFeed() {
        byte[] saved = Termios.with(new byte[Termios.SIZE_BYTES], SAVED).orElseThrow();
        byte[] raw = Termios.raw(saved);
        assertEquals(0x4100, word(raw, 0), "only start and stop are gone");
        assertEquals(0x1, word(raw, 4), "a line feed goes straight down");
        assertEquals(word(saved, 8), word(raw, 8));
        assertEquals(0x8a30, word(raw, 12), "no lines, no echo, no signals");
        assertEquals(1, raw[17 + 6], "at least one byte");
        assertEquals(0, raw[17 + 5], "no time limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "speed 9600", "gfmt1:cflag=4b00:iflag=2b02", "500:5:bf:8a3b",
        "4500:5:bf:8a3b:zz:1c:7f:15:4:5:6:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0"})
    void anotherFormatIsNotGuessed(String text) {
        assertTrue(Termios.with(new byte[Termios.SIZE_BYTES], text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"24 80, 80, 24", "'50 200\n', 200, 50", "0 0, 80, 24", "0 80, 80, 1", "65535 65535, 1000, 500", "1 1, 1, 1"})
    void readsSizesAndBoundsThem(String answer, int columns, int rows) {
        assertEquals(Optional.of(new TerminalSize(columns, rows)), SttyLine.size(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "a b", "stty: standard input: Inappropriate ioctl for device"})
    void whatIsNoSizeIsNone(String answer) {
        assertEquals(Optional.empty(), SttyLine.size(answer));
    }

    @Test
    void readsWhatPreparingSaid() {
        LauncherHandover handover = LauncherHandover.parse(SAVED + "\n24 80\n").orElseThrow();
        assertEquals(new LauncherHandover(SAVED, new TerminalSize(80, 24)), handover);
        assertTrue(LauncherHandover.parse("stty: no\n").isEmpty());
    }

    private static int word(byte[] settings, int at) {
        return ByteBuffer.wrap(settings).order(ByteOrder.nativeOrder()).getInt(at);
    }
}
