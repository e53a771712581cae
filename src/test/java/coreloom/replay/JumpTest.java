package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.SessionBytes;
import coreloom.snapshot.Host;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going to any time of a recorded session without reading what is before, and on when it grows. */
class JumpTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());
    private static final int SNAPSHOTS = 1_500;

    @TempDir
    private Path folder;
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(SNAPSHOTS)
            .at(0, machine -> machine.thread(1, 2, "busy").onCpu(0.3)).at(0, machine -> machine.thread(1, 3, "rests"))
            .at(700, machine -> machine.thread(1, 4, "late").onCpu(0.7)).all();
    private List<byte[]> lines;

    @BeforeEach
    void lines() {
        lines = SessionBytes.lines(HOST, written);
    }

    private Path file(String name, int from, int to) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean gzip = name.endsWith(".gz");
        for (int i = from; i < to; i++) {
            boolean begins = i == from || !new String(lines.get(i), 0, 40, StandardCharsets.UTF_8).contains("after");
            if (begins) {
                int end = i + 1;
                while (end < to && new String(lines.get(end), 0, 40, StandardCharsets.UTF_8).contains("after")) {
                    end++;
                }
                byte[] member = SessionBytes.joined(lines.subList(i, end));
                bytes.writeBytes(gzip ? member(member) : member);
            }
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    /** As sessions have them: the head is always the same. */
    private static byte[] member(byte[] text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        byte[] member = bytes.toByteArray();
        member[9] = (byte) 0xff;
        return member;
    }

    private void assertLeadsTo(ReplaySource source, int goal) {
        Moment moment = Moment.ofNanos(written.get(goal).monotonicNanos());
        assertTrue(source.go(moment));
        Snapshot snapshot = new Snapshot();
        long first = -1;
        while (source.reaches(moment)) {
            assertTrue(source.read(snapshot));
            first = first < 0 ? snapshot.sequence() : first;
            assertEquals(SnapshotText.of(written.get((int) snapshot.sequence())), SnapshotText.of(snapshot));
        }
        assertEquals(goal, snapshot.sequence());
        assertTrue(goal - first <= 150 + 2 * 60 && (first == 0 || goal - first >= 60), first + " before " + goal);
        assertEquals(0, source.skippedLines());
    }

    @ParameterizedTest
    @CsvSource({"run.jsonl", "run.jsonl.gz"})
    void anyTimeIsFoundAndALittleOfWhatWasBefore(String name) throws Exception {
        Path file = file(name, 0, SNAPSHOTS + 1);
        Random random = new Random(9);
        try (ReplaySource source = ReplaySource.open(file)) {
            for (int goal : new int[] {0, 1, 59, 60, 61, 700, SNAPSHOTS - 1}) {
                assertLeadsTo(source, goal);
            }
            for (int i = 0; i < 100; i++) {
                assertLeadsTo(source, random.nextInt(SNAPSHOTS));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"run.jsonl", "run.jsonl.gz"})
    void theBeginningTheEndAndTheWallClockAreFoundToo(String name) throws Exception {
        try (ReplaySource source = ReplaySource.open(file(name, 0, SNAPSHOTS + 1))) {
            assertEquals(written.get(SNAPSHOTS - 1).sequence(), last(source, Moment.END));
            assertEquals(0, last(source, Moment.ofNanos(Long.MIN_VALUE + 1)), "before the first is the first, to which nothing leads up");
            assertTrue(source.go(Moment.START));
            Snapshot snapshot = new Snapshot();
            assertTrue(source.read(snapshot));
            assertEquals(0, snapshot.sequence());
            assertEquals(1_000, last(source, Moment.ofEpochMillis(written.get(1_000).epochMillis() + 1)));
            long[] reach = source.reach().orElseThrow();
            assertEquals(written.get(0).epochMillis(), reach[0]);
            assertTrue(written.get(SNAPSHOTS - 1).epochMillis() - reach[1] < 60_000);
        }
    }

    private static long last(ReplaySource source, Moment moment) {
        assertTrue(source.go(moment));
        Snapshot snapshot = new Snapshot();
        long last = 0;
        while (source.reaches(moment)) {
            source.read(snapshot);
            last = snapshot.sequence();
        }
        return last;
    }

    @Test
    void damageOnTheWayIsPassed() throws Exception {
        Random random = new Random(10);
        for (int round = 0; round < 50; round++) {
            byte[] hit = Files.readAllBytes(file("run.jsonl", 0, SNAPSHOTS + 1));
            for (int i = 0; i < 200; i++) {
                hit[400 + random.nextInt(hit.length - 400)] ^= (byte) (1 << random.nextInt(8));
            }
            try (ReplaySource source = ReplaySource.open(Files.write(folder.resolve("hit.jsonl"), hit))) {
                int goal = 200 + random.nextInt(SNAPSHOTS - 200);
                assertTrue(Math.abs(goal - last(source, Moment.ofNanos(written.get(goal).monotonicNanos()))) < 60);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"one.jsonl, two.jsonl", "one.jsonl.gz, two.jsonl.gz"})
    void piecesAreOneSession(String one, String two) throws Exception {
        lines.add(721, lines.get(0));
        // The second piece begins with a full line: number 720.
        Path first = file(one, 0, 721);
        Path second = file(two, 721, lines.size());
        try (ReplaySource source = ReplaySource.open(List.of(first, second))) {
            for (int goal : new int[] {5, 719, 720, 800, 1_400, 30}) {
                Moment moment = Moment.ofNanos(written.get(goal).monotonicNanos());
                assertEquals(goal, last(source, moment));
            }
        }
    }

    @Test
    void aStreamIsReadOnce() throws Exception {
        try (ReplaySource source = ReplaySource.of("standard input", new ByteArrayInputStream(SessionBytes.joined(lines)))) {
            assertFalse(source.canGo());
            assertFalse(source.go(Moment.START));
            assertTrue(source.read(new Snapshot()));
        }
    }

    @ParameterizedTest
    @CsvSource({"run.jsonl", "run.jsonl.gz"})
    void aFileThatGrowsIsFollowed(String name) throws Exception {
        byte[] whole = Files.readAllBytes(file(name, 0, 200));
        Path growing = Files.write(folder.resolve("growing-" + name), Arrays.copyOf(whole, 2_000));
        Random random = new Random(11);
        int length = 2_000;
        Snapshot snapshot = new Snapshot();
        int read = 0;
        try (ReplaySource source = ReplaySource.open(growing)) {
            while (length < whole.length) {
                int more = Math.min(whole.length - length, 1 + random.nextInt(700));
                Files.write(growing, Arrays.copyOfRange(whole, length, length + more), StandardOpenOption.APPEND);
                length += more;
                while (source.read(snapshot)) {
                    assertEquals(read++, snapshot.sequence());
                }
            }
            assertEquals(199, read);
            assertEquals(0, source.skippedLines());
        }
    }
}
