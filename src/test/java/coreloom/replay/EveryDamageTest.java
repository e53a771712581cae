package coreloom.replay;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was cut anywhere, or has a wrong byte anywhere: it plays, loses what was hit and no more, and says so. */
class EveryDamageTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());
    private static final int SNAPSHOTS = 150;
    private static final int ROUNDS = 1_000;

    @TempDir
    private Path folder;
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(SNAPSHOTS)
            .at(0, machine -> machine.thread(1, 2, "busy").onCpu(0.3)).at(0, machine -> machine.thread(1, 3, "käse"))
            .at(40, machine -> machine.thread(1, 4, "late").onCpu(0.7)).at(90, machine -> machine.thread(4).ends()).all();
    private final List<String> texts = written.stream().map(SnapshotText::of).toList();
    private byte[] plain;
    private byte[] compressed;

    @BeforeEach
    void record() throws RecordingException, IOException {
        plain = SessionBytes.of(HOST, written);
        Path file = SessionFiles.record(folder.resolve("run.jsonl.gz"), RecordingLimits.NONE, HOST, written).get(0);
        compressed = Files.readAllBytes(file);
    }

    private Replayed play(byte[] session, String name) throws Exception {
        try (ReplaySource source = ReplaySource.open(Files.write(folder.resolve(name), session))) {
            return Replayed.of(source);
        }
    }

    @Test
    void cutAtEveryByteOfItsLastThreeLinesAndAtAThousandPlaces() throws Exception {
        List<byte[]> lines = SessionBytes.lines(HOST, written);
        int header = lines.get(0).length;
        int lastThree = plain.length - lines.subList(lines.size() - 3, lines.size()).stream().mapToInt(line -> line.length).sum();
        Random random = new Random(41);
        IntStream cuts = IntStream.concat(IntStream.range(lastThree, plain.length), random.ints(ROUNDS, header, plain.length));
        for (int cut : cuts.toArray()) {
            Replayed replayed = play(Arrays.copyOf(plain, cut), "cut.jsonl");
            int whole = (int) IntStream.range(0, cut).filter(at -> plain[at] == '\n').count() - 1;
            assertEquals(whole, replayed.snapshots().size(), "cut at byte " + cut);
            assertEquals(0, replayed.skippedLines(), "cut at byte " + cut);
        }
    }

    @Test
    void compressedAndCutAtAThousandPlaces() throws Exception {
        Random random = new Random(42);
        for (int cut : IntStream.concat(random.ints(ROUNDS, 400, compressed.length), IntStream.range(compressed.length - 300, compressed.length)).toArray()) {
            Replayed replayed = play(Arrays.copyOf(compressed, cut), "cut.jsonl.gz");
            assertEquals(0, replayed.skippedLines(), "cut at byte " + cut);
            assertSound(replayed, "cut at byte " + cut);
        }
    }

    @Test
    void aThousandWrongBytes() throws Exception {
        Random random = new Random(43);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] hit = plain.clone();
            int at = random.nextInt(hit.length);
            hit[at] = (byte) (hit[at] + 1 + random.nextInt(255));
            Replayed replayed = play(hit, "hit.jsonl");
            String where = "byte " + at + " is " + hit[at];
            int lost = SNAPSHOTS - replayed.snapshots().size();
            assertTrue(lost <= 2 && replayed.skippedLines() <= 2, where);
            assertTrue(lost == 0 || replayed.skippedLines() > 0 || cutAtTheEnd(at), where + ": " + lost + " lost in silence");
            assertSound(replayed, where);
        }
    }

    /** The newline of the last line is gone: what is left looks like a line that is being written. */
    private boolean cutAtTheEnd(int at) {
        return at == plain.length - 1;
    }

    @Test
    void aThousandWrongBytesInACompressedOne() throws Exception {
        Random random = new Random(44);
        for (int round = 0; round < ROUNDS; round++) {
            int at = random.nextInt(compressed.length);
            hitCompressed(at, (byte) (1 + random.nextInt(255)));
        }
    }

    /** Behind the last full line there is no other member at which reading would stop. */
    @Test
    void anyWrongByteInTheLastMember() throws Exception {
        Random random = new Random(45);
        for (int at = lastMember(); at < compressed.length; at++) {
            hitCompressed(at, (byte) (1 << random.nextInt(8)));
            hitCompressed(at, (byte) (1 + random.nextInt(255)));
        }
    }

    private int lastMember() {
        byte[] head = SessionFormat.gzipHead();
        int at = compressed.length - head.length;
        while (!Arrays.equals(compressed, at, at + head.length, head, 0, head.length)) {
            at--;
        }
        return at;
    }

    private void hitCompressed(int at, byte difference) throws Exception {
        byte[] hit = compressed.clone();
        hit[at] ^= difference;
        String where = "byte " + at + " of " + hit.length + " xor " + difference;
        try (ReplaySource source = ReplaySource.open(Files.write(folder.resolve("hit.jsonl.gz"), hit))) {
            Replayed replayed = Replayed.of(source);
            int lost = SNAPSHOTS - replayed.snapshots().size();
            assertTrue(lost <= SessionFormat.FULL_EVERY, where + ": " + lost + " lost");
            assertTrue(lost == 0 || replayed.skippedLines() > 0, where + ": " + lost + " lost in silence");
            boolean toTheEnd = !replayed.snapshots().isEmpty() && replayed.last().sequence() == SNAPSHOTS - 1;
            boolean fromTheStart = !replayed.snapshots().isEmpty() && replayed.snapshots().get(0).sequence() == 0;
            assertTrue(!toTheEnd || !fromTheStart || source.lostSnapshots() == lost, where + ": " + lost + " lost, told " + source.lostSnapshots());
            assertSound(replayed, where);
        }
    }

    /** Numbers grow, and every row is as it was written, or of its thread nothing is known. */
    private void assertSound(Replayed replayed, String where) {
        long before = -1;
        for (Snapshot snapshot : replayed.snapshots()) {
            assertTrue(snapshot.sequence() > before, where);
            before = snapshot.sequence();
            Replayed.assertTrueOrUnknown(texts.get((int) snapshot.sequence()), snapshot, where);
        }
    }
}
