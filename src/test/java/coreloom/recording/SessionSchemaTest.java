package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.CoreKind;
import coreloom.snapshot.Host;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.RandomSnapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/session.schema.json says what is written: all of it, and nothing more. */
class SessionSchemaTest {
    private static final Host HOST = new Host("loom", "Linux", "Java", 2, List.of(new LogicalCore(0, 0, 0, 0),
            new LogicalCore(1, 1, 0, 0, OptionalInt.of(0), CoreKind.EFFICIENCY), new LogicalCore(2, -1, -1, -1)));

    private SchemaCheck schema;

    @BeforeEach
    void read() throws IOException {
        schema = new SchemaCheck(Files.readString(Path.of("docs/session.schema.json")));
    }

    @Test
    void whateverIsWrittenIsInTheSchemaAndWhatIsInTheSchemaIsWritten() throws IOException {
        long seed = System.nanoTime();
        JsonLine header = new JsonLine();
        HeaderLine.write(header, SessionBytes.start(HOST), 3);
        hold(SessionBytes.bytes(header), "a piece");
        SnapshotLines lines = new SnapshotLines(new Host("loom", "", "", 2, List.of()));
        lines.host(HOST);
        JsonLine line = new JsonLine();
        RandomSnapshots snapshots = new RandomSnapshots(seed, 30);
        for (int i = 0; i < 500; i++) {
            line.clear();
            assertTrue(lines.write(snapshots.next(), line));
            hold(SessionBytes.bytes(line), "seed " + seed);
        }
        assertEquals(Set.of(), schema.unmet(), "in the schema, but never written; seed " + seed);
    }

    private void hold(byte[] line, String where) throws IOException {
        assertEquals(List.of(), schema.faults(new String(line, StandardCharsets.UTF_8)), where);
    }

    @Test
    void theGoldenSessionsAreInTheSchema() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/sessions/v1.jsonl"))) {
            assertEquals(List.of(), schema.faults(line));
        }
    }

    @Test
    void whatIsNoSessionIsNotInTheSchema() throws IOException {
        String good = Files.readAllLines(Path.of("src/test/resources/sessions/v1.jsonl")).get(1);
        assertEquals(1, schema.faults(good.replaceFirst("\"seq\":0", "\"seq\":\"0\"")).size());
        assertEquals(1, schema.faults(good.replaceFirst("\"rows\":", "\"columns\":0,\"rows\":")).size());
        assertEquals(1, schema.faults(good.replaceFirst("\"profile\":\"cpu\",", "")).size());
        assertEquals(1, schema.faults(good.replaceFirst("\"phase\":\"starting\"", "\"phase\":\"resting\"")).size());
        assertEquals(1, schema.faults(good.replaceFirst("\"rows\":\\d+", "\"rows\":99999999999999999999")).size());
    }
}
