package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    @TempDir
    private Path folder;

    @Test
    void ordersToATerminalAreLeftOut() {
        assertEquals(List.of("red and plain", "title", "    indented", "done 100 %", "last"),
                Tail.parse("\u001b[1;31mred\u001b[m and plain\n\u001b]0;window\u0007title\r\n\tindented\ndone 10 %\rdone 100 %\r\nlast", false));
    }

    @Test
    void anEscapeThatWasCutStaysAndDoesNoHarm() {
        assertEquals(List.of("x"), Tail.parse("x\u001b[", false));
        assertEquals(List.of("x\u001b"), Tail.parse("x\u001b", false));
    }

    @Test
    void theFirstOfACutTextIsNoLine() {
        assertEquals(List.of("b"), Tail.parse("alf of a\nb\n", true));
    }

    @Test
    void onlyTheLastFiftyAreKept() {
        List<String> lines = Tail.parse("x\n".repeat(80) + "y\n", false);
        assertEquals(50, lines.size());
        assertEquals("y", lines.get(49));
    }

    @Test
    void itFollowsAFileThatGrowsAndOneThatIsNotThere() throws IOException {
        Path file = folder.resolve("out");
        Tail tail = new Tail(file);
        assertEquals(List.of(), tail.lines());
        Files.writeString(file, "one\n");
        List<String> first = tail.lines();
        assertEquals(List.of("one"), first);
        assertSame(first, tail.lines());
        Files.writeString(file, "two\n", StandardOpenOption.APPEND);
        assertEquals(List.of("one", "two"), tail.lines());
        Files.writeString(file, "z".repeat(20_000) + "\nend\n");
        assertEquals(List.of("end"), tail.lines());
        Files.delete(file);
        assertEquals(List.of("end"), tail.lines());
    }
}
