package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import coreloom.recording.SessionBytes;
import coreloom.snapshot.CoreKind;
import coreloom.snapshot.Host;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.RandomSnapshots;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final Host HOST = new Host("ho\"st\u001b", "Linux", "Java 17", 2,
            List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, -1, 2, 3), new LogicalCore(2, 2, 0, 0, OptionalInt.of(4), CoreKind.PERFORMANCE),
                    new LogicalCore(3, 3, 0, 0, OptionalInt.of(0), CoreKind.EFFICIENCY)));

    @Test
    void whatIsReplayedIsWhatWasWritten() throws SessionFormatException {
        long seed = System.nanoTime();
        for (int rows = 0; rows <= 70; rows += 7) {
            List<Snapshot> written = new RandomSnapshots(seed + rows, rows).take(150);
            Replayed replayed = Replayed.of(SessionBytes.of(HOST, written));
            assertEquals(HOST, replayed.host());
            assertEquals(0, replayed.skippedLines());
            assertEquals(written.size(), replayed.snapshots().size());
            for (int i = 0; i < written.size(); i++) {
                String where = "seed " + seed + ", rows " + rows;
                assertEquals(SnapshotText.of(written.get(i)), SnapshotText.of(replayed.snapshots().get(i)), where);
            }
        }
    }

    @Test
    void oneSnapshotObjectServesForTheWholeSession() throws SessionFormatException {
        long seed = System.nanoTime();
        List<Snapshot> written = new RandomSnapshots(seed, 20).take(100);
        try (ReplaySource source = ReplaySource.of("test.jsonl", new ByteArrayInputStream(SessionBytes.of(HOST, written)))) {
            Snapshot reused = new Snapshot();
            for (Snapshot expected : written) {
                source.read(reused);
                assertEquals(SnapshotText.of(expected), SnapshotText.of(reused), "seed " + seed);
            }
            assertFalse(source.read(reused));
            assertEquals(SnapshotText.of(written.get(99)), SnapshotText.of(reused), "left as it was at the end");
        }
    }

    @Test
    void thePaceIsThatOfTheRecording() throws SessionFormatException {
        ScriptedSource script = ScriptedSource.cores(2).every(Duration.ofMillis(250)).lasting(3);
        try (ReplaySource source = ReplaySource.of("test.jsonl", new ByteArrayInputStream(SessionBytes.of(HOST, script.all())))) {
            Snapshot snapshot = new Snapshot();
            assertEquals(0, source.untilNextNanos(77));
            source.read(snapshot);
            assertEquals(250_000_000, source.untilNextNanos(77));
            assertEquals(250_000_000, source.untilNextNanos(77));
            source.read(snapshot);
            source.read(snapshot);
            assertEquals(0, source.untilNextNanos(77));
            assertFalse(source.read(snapshot));
        }
    }

    @Test
    void theHostIsAsItWasLastTold() throws SessionFormatException {
        byte[] early = SessionBytes.lines(new Host("ho", "", "", 1, List.of()), List.of()).get(0);
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(1).lasting(1).all());
        String told = new String(lines.get(0), StandardCharsets.UTF_8).replaceFirst(".*?(\"host\":.*),\"period_ns.*", "$1");
        String line = new String(lines.get(1), StandardCharsets.UTF_8).replace("\"cores\"", told.strip() + ",\"cores\"")
                .replaceFirst(",\"crc\":\\d+", "");
        Replayed replayed = Replayed.of(SessionBytes.joined(List.of(early, line.getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, replayed.skippedLines());
        assertEquals(HOST, replayed.host());
    }

    @Test
    void lanesStayTheSameListWhileTheyAreTheSame() throws SessionFormatException {
        ScriptedSource script = ScriptedSource.cores(2).lasting(70).at(0, machine -> machine.lane("gil", "gil", 2).process(5));
        List<Snapshot> replayed = Replayed.of(SessionBytes.of(HOST, script.all())).snapshots();
        assertEquals(70, replayed.size());
        replayed.forEach(snapshot -> assertSame(replayed.get(0).lanes(), snapshot.lanes()));
    }
}
