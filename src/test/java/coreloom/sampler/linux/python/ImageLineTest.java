package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLineTest {
    private static ImageLine line(String name, long start, long code, long stack) {
        ImageLine line = new ImageLine();
        assertTrue(parse(line, text(name, start, code, stack)));
        return line;
    }

    private static String text(String name, long start, long code, long stack) {
        return "42 (" + name + ") S 1 1 1 0 -1 4194304 99 0 0 0 5 0 0 0 20 0 3 0 " + start + " 3133440 358 18446744073709551615 " + code
                + " 2 " + stack
                + " 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 1 2 3 4 5 6 7 0\n";
    }

    private static boolean parse(ImageLine line, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return line.parse(bytes, bytes.length);
    }

    @Test
    void theSameProgramIsTheSameWhateverItIsCalled() {
        assertTrue(line("python3", 7, 4096, 8192).same(line("a) S 1 (", 7, 4096, 8192)));
    }

    @ParameterizedTest
    @CsvSource({"8, 4096, 8192", "7, 4097, 8192", "7, 4096, 8193"})
    void anotherProcessOrAnotherProgramIsNot(long start, long code, long stack) {
        assertFalse(line("python3", 7, 4096, 8192).same(line("python3", start, code, stack)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "42 (python3", "42 (python3) S", "42 (python3) S 1 1 1 0 -1", ")"})
    void whatIsNoLineIsNotTaken(String text) {
        assertFalse(parse(new ImageLine(), text));
    }

    @Test
    void aLineCutBeforeTheStackIsNotTaken() {
        String whole = text("python3", 7, 4096, 8192);
        for (int length = 0; length < whole.indexOf(" 8192"); length++) {
            assertFalse(parse(new ImageLine(), whole.substring(0, length)), "cut at " + length);
        }
        assertTrue(parse(new ImageLine(), whole));
    }
}
