package coreloom.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolLineTest {
    private static final int NUMBERS_OF_WORKER = 3;
    private static final int NUMBERS_OF_UNITS = 2;

    private static String parsed(String text) {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.ISO_8859_1);
        ProtocolLine line = new ProtocolLine();
        if (!line.parse(bytes, 2, bytes.length - 2)) {
            return "nothing";
        }
        int numbers = switch (line.word()) {
            case WORKER -> NUMBERS_OF_WORKER;
            case READY -> 0;
            case UNITS -> NUMBERS_OF_UNITS;
        };
        StringBuilder all = new StringBuilder(line.word().name());
        for (int i = 0; i < numbers; i++) {
            all.append(' ').append(line.number(i));
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ready|READY",
        "worker 0 4242 4243|WORKER 0 4242 4243",
        "units 12 0|UNITS 12 0",
        "units 3 9223372036854775807|UNITS 3 9223372036854775807",
        "units 00003 00000000000000000000000017|UNITS 3 17"})
    void takesALineApart(String text, String meaning) {
        assertEquals(meaning, parsed(text));
        assertEquals(meaning, parsed(text + "\r"), "with the newline of another system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unit 1 2", "unitss 1 2", "UNITS 1 2", "units", "units ", "units 1", "units 1 ", "units 1 2 ", "units  1 2",
        "units 1\t2", "units 1 2 3", "units -1 2", "units +1 2", "units 1 2.5", "units 1 0x10", "units 1 9223372036854775808",
        "units 1 99999999999999999999999999999999", "units one 2", "readyy", "ready now", "worker 1 2", "worker 1 2 3 4", " ready", "\u0000",
        "units 1 2\u0000", "\r", "{\"units\": 1}"})
    void isNoLineOfTheProtocol(String text) {
        assertEquals("nothing", parsed(text));
    }

    /** Whatever it is given: an answer, and no number that the line does not hold. */
    @Test
    void survivesAnything() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String letters = "units worker ready 0123456789\u0000\u00ff-+.\r";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (String part : parsed(text.toString()).split(" ")) {
                assertEquals(true, part.matches("[A-Za-z]+") || text.toString().contains(part), "seed " + seed + ": " + text);
            }
        }
    }
}
