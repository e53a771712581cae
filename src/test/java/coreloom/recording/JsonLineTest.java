package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void everyCharacterIsReadBackAsItWas() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c).append('.');
        }
        all.append("𝄞😀").append("\ud800\ud800\udc00").append("\udc00\ud800");
        assertEquals(all.toString(), readBack(new JsonLine().value(all.toString())));
    }

    @Test
    void controlCharactersNeverReachATerminal() {
        byte[] bytes = SessionBytes.bytes(new JsonLine().value("\u001b]0;x\u0007\r\n\u007f\u009b2J"));
        assertEquals("\"\\u001b]0;x\\u0007\\u000d\\u000a\\u007f\\u009b2J\"", new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void numbersOfEveryLength() {
        for (long number = 1; number > 0; number = number * 10 + number % 7) {
            assertEquals(Long.toString(number), text(new JsonLine().value(number)));
            assertEquals(Long.toString(-number), text(new JsonLine().value(-number)));
        }
        assertEquals("[0,-9223372036854775808,9223372036854775807]",
                text(new JsonLine().openArray().value(0).value(Long.MIN_VALUE).value(Long.MAX_VALUE).closeArray()));
    }

    @Test
    void commasStandBetweenAndNowhereElse() {
        JsonLine line = new JsonLine().openObject().key("a").openArray().closeArray().key("b").openObject().closeObject();
        line.key("c").openArray().openArray().value(1).value(2).closeArray().letter('"').closeArray().key("d").value(true).closeObject();
        assertEquals("{\"a\":[],\"b\":{},\"c\":[[1,2],\"\\\"\"],\"d\":true}", text(line));
    }

    @Test
    void whatIsTooLongDoesNotFitUntilItIsCleared() {
        JsonLine line = new JsonLine();
        line.value("x".repeat(SessionFormat.MAX_LINE_BYTES));
        assertFalse(line.fits());
        line.clear();
        line.value(1);
        assertTrue(line.fits());
        assertArrayEquals(new byte[] {'1'}, SessionBytes.bytes(line));
    }

    @Test
    void theChecksumTellsEverySingleByteErrorBeforeIt() {
        JsonLine line = new JsonLine();
        line.openObject().field("name", "worker");
        line.end();
        byte[] bytes = SessionBytes.bytes(line);
        int length = bytes.length - 1;
        assertTrue(LineChecksum.agrees(bytes, length));
        for (int at = 0; at < "{\"name\":\"worker\"".length(); at++) {
            bytes[at] ^= 4;
            assertFalse(LineChecksum.agrees(bytes, length), "byte " + at);
            bytes[at] ^= 4;
        }
    }

    private static String text(JsonLine line) {
        return new String(SessionBytes.bytes(line), StandardCharsets.UTF_8);
    }

    private static String readBack(JsonLine line) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(SessionBytes.bytes(line))) {
            assertEquals(JsonToken.VALUE_STRING, parser.nextToken());
            return parser.getText();
        }
    }
}
