package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.sampler.linux.elf.ArrayBytes;
import coreloom.sampler.linux.elf.ElfSegment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTextTest {
    private static final PythonVersion KNOWN = new PythonVersion(OptionalInt.of(9), "3.9", false);
    private static final int WINDOW = 1 << 16;

    private static String find(String content) throws IOException {
        byte[] bytes = content.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
        return VersionText.find(new ArrayBytes(bytes), List.of(new ElfSegment(0, 0, bytes.length, bytes.length)), KNOWN).text();
    }

    @ParameterizedTest
    @CsvSource({"abc|3.9.18|def, 3.9.18", "3.9.18|, 3.9.18", "/opt/python/3.9.18|, 3.9.18", "|3.9.0rc2|, 3.9.0rc2", "|3.9.1+|, 3.9.1+",
            "|3.9.18|3.9.18|, 3.9.18"})
    void aTextOfThatVersionTellsThePatchLevel(String content, String text) throws IOException {
        assertEquals(text, find(content));
    }

    @ParameterizedTest
    @CsvSource({"'', 3.9", "|3.9.18, 3.9", "|3.9.18 or so|, 3.9", "|13.9.18|, 3.9", "|1.3.9.18|, 3.9", "|3.8.18|, 3.9",
            "|3.9.18|3.9.17|, 3.9",
            "|3.9.123|, 3.9", "|3.9.|, 3.9", "|3.9|, 3.9"})
    void anythingElseLeavesItOpen(String content, String text) throws IOException {
        assertEquals(text, find(content));
    }

    @Test
    void aTextAcrossTwoWindowsIsFoundWholeOrNotAtAll() throws IOException {
        for (int at = WINDOW - 8; at <= WINDOW + 1; at++) {
            assertEquals("3.9.18", find("x".repeat(at) + "3.9.18|"), "at " + at);
            assertEquals("3.9", find("x".repeat(at - 1) + "13.9.18|"), "a longer number at " + at);
        }
    }

    @Test
    void aFileThatLiesAboutItsSizeLeavesItOpen() throws IOException {
        ArrayBytes bytes = new ArrayBytes("|3.9.18|".getBytes(StandardCharsets.ISO_8859_1));
        for (long size : new long[] {-1, Long.MAX_VALUE, 1L << 30, 100}) {
            assertEquals(KNOWN, VersionText.find(bytes, List.of(new ElfSegment(0, 0, size, size)), KNOWN));
        }
        ElfSegment elsewhere = new ElfSegment(Long.MAX_VALUE, 0, 64, 64);
        assertEquals(KNOWN, VersionText.find(bytes, List.of(elsewhere), KNOWN));
    }
}
