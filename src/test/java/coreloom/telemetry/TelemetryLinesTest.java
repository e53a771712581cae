package coreloom.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryLinesTest {
    private static final int PROGRAM = 4242;
    private static final long LONG = 2_000;

    @TempDir
    private Path folder;
    private Path file;
    private TelemetryLines lines;

    @BeforeEach
    void open() throws IOException {
        file = Files.createFile(folder.resolve("lines"));
        lines = TelemetryLines.open(file, PROGRAM, LONG);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    private void tell(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }

    /** Number, process, thread and total of each worker. */
    private String workers() {
        WorkerTable table = new WorkerTable();
        lines.read(table, 7, 0, 0);
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < table.size(); row++) {
            assertEquals(7, table.laneId(row));
            assertFalse(table.tellsWaits(row), "lines tell no waits, and that is not 0");
            all.append(table.number(row)).append(':').append(table.pid(row)).append('/').append(table.tid(row)).append('=')
                    .append(table.count(row, Count.UNITS)).append(' ');
        }
        return all.toString().strip();
    }

    @Test
    void aProgramThatObeysIntroducesItsWorkersIsReadyAndCounts() throws IOException {
        assertEquals(Stage.WARMING_UP, lines.stage());
        assertEquals("", workers());
        tell("worker 0 11 12\nworker 1 11 13\n");
        assertEquals(Stage.WARMING_UP, lines.stage());
        assertEquals("0:11/12=0 1:11/13=0", workers());
        tell("ready\n");
        assertEquals(Stage.READY, lines.stage());
        tell("units 1 5\nunits 0 2\nunits 1 9\n");
        assertEquals("0:11/12=2 1:11/13=9", workers());
        assertEquals(Stage.READY, lines.stage(), "who was ready waits for orders, also while it works");
        assertEquals(0, lines.misunderstood());
    }

    @Test
    void aProgramThatCountsWithoutBeingReadyRunsByItself() throws IOException {
        tell("units 2 5\n");
        assertEquals(Stage.RUNNING, lines.stage());
        assertEquals("2:4242/0=5", workers(), "a worker that says nothing of itself belongs to the program");
        tell("ready\n");
        assertEquals(Stage.RUNNING, lines.stage());
    }

    @Test
    void aLineThatComesInPiecesIsOneLine() throws IOException {
        for (char letter : "units 0 1234".toCharArray()) {
            tell(String.valueOf(letter));
            assertEquals("", workers());
        }
        tell("\nunits 0 9999");
        assertEquals("0:4242/0=1234", workers(), "the line cut off is not counted");
        assertEquals(0, lines.misunderstood());
    }

    @Test
    void nonsenseIsCountedAndSurvived() throws IOException {
        tell("hello\nunits 0 5\n\u0000\u0001\u00ff\nunits 0 x\nunits 0 " + "9".repeat(400) + "\nunits 0 7\n\n");
        assertEquals("0:4242/0=7", workers());
        assertEquals(4, lines.misunderstood());
        assertEquals("a line of more than 256 bytes", lines.newestMisunderstood());
        tell("\u001b[31munits 0 8" + "y".repeat(100) + "\n");
        assertEquals("0:4242/0=7", workers());
        assertEquals("\u001b[31munits 0 8" + "y".repeat(46), lines.newestMisunderstood(), "only its beginning is kept");
    }

    @Test
    void numbersThatNoWorkerHasAreNonsense() throws IOException {
        tell("units 4096 1\nworker 4096 1 1\nworker 0 0 1\nworker 0 2147483648 1\nworker 0 1 2147483648\n");
        assertEquals("", workers());
        assertEquals(5, lines.misunderstood());
        tell("units 4095 9223372036854775807\n");
        assertEquals("4095:4242/0=9223372036854775807", workers());
    }

    @Test
    void aTotalNeverFalls() throws IOException {
        tell("worker 0 11 12\nunits 0 50\nunits 0 49\n");
        assertEquals("0:11/12=50", workers());
        assertEquals(1, lines.misunderstood());
        tell("worker 0 21 22\nunits 0 3\n");
        assertEquals("0:21/22=3", workers(), "another process that takes the number over counts anew");
    }

    @Test
    void aLongFileIsEmptiedOnceItWasRead() throws IOException {
        tell("ready\n");
        for (int total = 1; total <= 1000; total++) {
            tell("units 0 " + total + "\n");
            if (total % 50 == 0) {
                assertEquals("0:4242/0=" + total, workers());
            }
        }
        assertTrue(Files.size(file) <= LONG, "it has " + Files.size(file) + " bytes");
        assertEquals(0, lines.misunderstood());
    }

    @Test
    void aFileThatSomebodyEmptiesIsReadFromItsBeginning() throws IOException {
        tell("units 0 100\n");
        assertEquals("0:4242/0=100", workers());
        Files.writeString(file, "units 0 101\n".substring(0, 11));
        tell("\n");
        Files.writeString(file, "ready\n");
        workers();
        tell("units 0 102\n");
        assertEquals("0:4242/0=102", workers());
    }

    @Test
    void aFloodIsNotRead() throws IOException {
        Files.write(file, new byte[5 << 20]);
        assertEquals("", workers());
        assertEquals(1, lines.misunderstood());
        assertEquals(0, Files.size(file));
        tell("units 0 1\n");
        assertEquals("0:4242/0=1", workers());
    }

    @Test
    void whatWasReadStandsAfterTheFileIsGone() throws IOException {
        tell("units 0 1\n");
        workers();
        lines.close();
        Files.delete(file);
        assertEquals("0:4242/0=1", workers());
        assertEquals(Stage.RUNNING, lines.stage());
    }
}
