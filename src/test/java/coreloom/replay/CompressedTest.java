package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.RecordingException;
import coreloom.recording.RecordingLimits;
import coreloom.recording.SessionBytes;
import coreloom.recording.SessionFiles;
import coreloom.recording.SessionFormat;
import coreloom.snapshot.Host;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed sessions: whole, cut, damaged, and made by others. */
class CompressedTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());

    @TempDir
    private Path folder;
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(200)
            .at(0, machine -> machine.thread(1, 2, "busy").onCpu(0.3)).at(0, machine -> machine.thread(1, 3, "käse")).all();
    private byte[] plain;
    private byte[] compressed;

    @BeforeEach
    void record() throws RecordingException, IOException {
        plain = SessionBytes.of(HOST, written);
        Path file = SessionFiles.record(folder.resolve("run.jsonl.gz"), RecordingLimits.NONE, HOST, written).get(0);
        compressed = Files.readAllBytes(file);
    }

    @Test
    void anyGzipReadsItAndItHoldsWhatAPlainSessionHolds() throws Exception {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertArrayEquals(plain, in.readAllBytes());
        }
        assertEquals(texts(Replayed.of(plain)), texts(Replayed.of(compressed)));
        assertTrue(compressed.length < plain.length / 2, compressed.length + " of " + plain.length + " bytes");
    }

    @Test
    void cutAnywhereItPlaysEveryLineThatWasFlushedWhole() throws Exception {
        int before = 0;
        for (int length = secondMember(); length <= compressed.length; length++) {
            Replayed replayed = Replayed.of(Arrays.copyOf(compressed, length));
            assertEquals(0, replayed.skippedLines(), "cut at byte " + length);
            int now = replayed.snapshots().size();
            assertTrue(now == before || now == before + 1, now + " snapshots of the first " + length + " bytes, " + before + " of one less");
            before = now;
        }
        assertEquals(200, before);
    }

    /** Where the member behind that of the header begins. */
    private int secondMember() {
        byte[] head = SessionFormat.gzipHead();
        int at = head.length;
        while (!Arrays.equals(compressed, at, at + head.length, head, 0, head.length)) {
            at++;
        }
        return at;
    }

    @Test
    void damageCostsItsMemberAtMostAndIsCounted() throws Exception {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] hit = compressed.clone();
            int at = random.nextInt(hit.length);
            hit[at] = (byte) (hit[at] ^ 1 << random.nextInt(8));
            String where = "seed " + seed + ", byte " + at;
            Replayed replayed = play(hit);
            assertTrue(replayed.snapshots().size() >= 200 - SessionFormat.FULL_EVERY, where + ": " + replayed.snapshots().size());
            assertTrue(replayed.snapshots().size() == 200 || replayed.skippedLines() > 0, where + ": lost in silence");
            replayed.snapshots().forEach(snapshot -> Replayed.assertTrueOrUnknown(
                    SnapshotText.of(written.get((int) snapshot.sequence())), snapshot, where));
        }
    }

    private Replayed play(byte[] session) throws Exception {
        Path file = Files.write(folder.resolve("hit.jsonl.gz"), session);
        try (ReplaySource source = ReplaySource.open(file)) {
            return Replayed.of(source);
        }
    }

    @Test
    void whatAnotherGzipHasMadeIsReadToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int part = 0; part < 2; part++) {
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(plain, part * plain.length / 2, (part + 1) * plain.length / 2 - part * plain.length / 2);
            }
        }
        byte[] named = bytes.toByteArray();
        byte[] withName = new byte[named.length + 4];
        System.arraycopy(named, 0, withName, 0, 10);
        withName[3] = 8;
        System.arraycopy("run\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, withName, 10, 4);
        System.arraycopy(named, 10, withName, 14, named.length - 10);
        assertEquals(texts(Replayed.of(plain)), texts(Replayed.of(withName)));
    }

    private static List<String> texts(Replayed replayed) {
        List<String> texts = new ArrayList<>();
        replayed.snapshots().forEach(snapshot -> texts.add(SnapshotText.of(snapshot)));
        return texts;
    }
}
