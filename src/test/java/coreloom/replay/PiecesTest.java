package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.RecordingException;
import coreloom.recording.RecordingLimits;
import coreloom.recording.SessionBytes;
import coreloom.recording.SessionFiles;
import coreloom.recording.SessionStart;
import coreloom.recording.SessionWriter;
import coreloom.snapshot.Clock;
import coreloom.snapshot.Host;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that is cut into pieces: each plays alone, all together play as one. */
class PiecesTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());
    private static final Clock STILL = new Clock() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public long epochMillis() {
            return 0;
        }
    };

    @TempDir
    private Path folder;
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(100)
            .at(0, machine -> machine.thread(1, 2, "busy").onCpu(0.3)).at(0, machine -> machine.thread(1, 3, "rests")).all();

    private List<Path> record(String name, RecordingLimits limits) throws RecordingException, IOException {
        return SessionFiles.record(folder.resolve(name), limits, HOST, written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.jsonl", "run.jsonl.gz"})
    void eachPlaysAloneAndAllTogetherAsOne(String name) throws Exception {
        List<Path> pieces = record(name, new RecordingLimits(name.endsWith("gz") ? 1000 : 4000, Integer.MAX_VALUE));
        assertTrue(pieces.size() >= 3 && pieces.size() < 50, pieces.toString());
        assertEquals(name.replace("run", "run-0001"), pieces.get(0).getFileName().toString());
        int alone = 0;
        for (Path piece : pieces) {
            Replayed replayed = replayed(List.of(piece));
            assertEquals(0, replayed.skippedLines());
            for (Snapshot snapshot : replayed.snapshots()) {
                assertEquals(SnapshotText.of(written.get(alone++)), SnapshotText.of(snapshot), "of " + piece);
            }
        }
        assertEquals(100, alone);
        List<Path> shuffled = new ArrayList<>(pieces);
        Collections.reverse(shuffled);
        assertWhole(replayed(shuffled));
        assertWhole(replayed(List.of(folder.resolve(name))));
    }

    private void assertWhole(Replayed replayed) {
        assertEquals(0, replayed.skippedLines());
        assertEquals(100, replayed.snapshots().size());
        for (int i = 0; i < 100; i++) {
            assertEquals(SnapshotText.of(written.get(i)), SnapshotText.of(replayed.snapshots().get(i)));
        }
    }

    @Test
    void piecesInAStreamAreOneSessionToo() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path piece : record("run.jsonl", new RecordingLimits(4000, 99))) {
            all.writeBytes(Files.readAllBytes(piece));
        }
        try (ReplaySource source = ReplaySource.of("standard input", new ByteArrayInputStream(all.toByteArray()))) {
            assertWhole(Replayed.of(source));
        }
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        List<Path> pieces = record("run.jsonl", new RecordingLimits(4000, 2));
        assertEquals(2, pieces.size());
        assertFalse(Files.exists(folder.resolve("run-0001.jsonl")));
        Replayed replayed = replayed(pieces);
        assertEquals(0, replayed.skippedLines());
        assertEquals(SnapshotText.of(written.get(99)), SnapshotText.of(replayed.last()));
    }

    @Test
    void aPieceThatWasCutOrIsMissingCostsItsOwnLinesOnly() throws Exception {
        List<Path> pieces = record("run.jsonl", new RecordingLimits(4000, 99));
        byte[] second = Files.readAllBytes(pieces.get(1));
        Files.write(pieces.get(1), java.util.Arrays.copyOf(second, second.length - 5));
        assertEquals(99, replayed(pieces).snapshots().size());
        assertEquals(1, replayed(pieces).skippedLines());
        Files.delete(pieces.get(1));
        Replayed rest = replayed(List.of(folder.resolve("run.jsonl")));
        assertEquals(0, rest.skippedLines());
        assertEquals(SnapshotText.of(written.get(99)), SnapshotText.of(rest.last()));
    }

    @Test
    void piecesOfTwoSessionsAreNotOne() throws Exception {
        List<Path> pieces = record("run.jsonl", new RecordingLimits(4000, 99));
        Path stranger = folder.resolve("other.jsonl");
        SessionStart later = new SessionStart(HOST, 1, 77);
        SessionWriter.open(stranger, RecordingLimits.NONE, later, STILL).close();
        String sentence = assertThrows(SessionFormatException.class, () -> ReplaySource.open(List.of(pieces.get(0), stranger)).close()).getMessage();
        assertEquals(stranger + " is of another session than " + pieces.get(0) + ": replay one session at a time.", sentence);
    }

    @Test
    void aPieceThatIsThereIsNotOverwritten() throws Exception {
        Path there = Files.writeString(folder.resolve("run-0007.jsonl"), "mine");
        RecordingLimits limits = new RecordingLimits(4000, 99);
        String sentence = assertThrows(RecordingException.class,
                () -> SessionWriter.open(folder.resolve("run.jsonl"), limits, SessionBytes.start(HOST), STILL).close()).getMessage();
        assertEquals(there + " exists already and is not overwritten: record to another file or remove this one.", sentence);
    }

    private static Replayed replayed(List<Path> files) throws SessionFormatException {
        try (ReplaySource source = ReplaySource.open(files)) {
            return Replayed.of(source);
        }
    }
}
