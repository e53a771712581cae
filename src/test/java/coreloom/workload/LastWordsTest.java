package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @Test
    void areTheLastLineThatIsNoStackFrame() {
        assertEquals("", LastWords.parse(""));
        assertEquals("", LastWords.parse("\n \n"));
        assertEquals("b", LastWords.parse("a\nb\n\n"));
        assertEquals("java.lang.Error: why", LastWords.parse("java.lang.Error: why\n\tat a.B.c(D.java:1)\n\t... 2 more\n"));
        assertEquals("at a.B.c(D.java:1)", LastWords.parse("\tat a.B.c(D.java:1)\n"));
    }

    @Test
    void areReadFromTheEndOfALongFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "x\n".repeat(100_000) + "the end\n");
        assertEquals("the end", LastWords.read(file));
        assertEquals("", LastWords.read(folder.resolve("none")));
    }
}
