package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import coreloom.recording.SessionBytes;
import coreloom.snapshot.Host;
import coreloom.snapshot.RandomSnapshots;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import coreloom.snapshot.ThreadTable;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());
    private static final int TEN_MEGABYTES = 10 << 20;
    private static final Pattern THREAD_ROW = Pattern.compile("thread row (\\d+) ");

    @Test
    void cutAtEveryByteOfTheLastLineLosesThatLineOnly() throws SessionFormatException {
        List<Snapshot> written = new RandomSnapshots(1, 5).take(5);
        byte[] whole = SessionBytes.of(HOST, written);
        int lastLine = whole.length - last(SessionBytes.lines(HOST, written)).length;
        for (int length = lastLine; length < whole.length; length++) {
            Replayed replayed = Replayed.of(Arrays.copyOf(whole, length));
            assertEquals(4, replayed.snapshots().size(), "cut at byte " + length);
            assertEquals(0, replayed.skippedLines());
            assertEquals(SnapshotText.of(written.get(3)), SnapshotText.of(replayed.last()));
        }
    }

    @Test
    void afterADamagedLineNothingIsMadeUp() throws SessionFormatException {
        ScriptedSource script = ScriptedSource.cores(1).lasting(70)
                .at(0, machine -> machine.thread(1, 10, "always").onCpu(0.5))
                .at(0, machine -> machine.thread(1, 11, "until 4").onCpu(0.1))
                .at(0, machine -> machine.thread(1, 12, "ends at 5"))
                .at(4, machine -> machine.thread(11).onCpu(0))
                .at(5, machine -> machine.thread(12).ends())
                .at(5, machine -> machine.lane("gil", "gil", 1));
        List<Snapshot> written = script.all();
        for (int damaged = 4; damaged <= 5; damaged++) {
            List<byte[]> lines = SessionBytes.lines(HOST, written);
            lines.get(1 + damaged)[20] ^= 1;
            Replayed replayed = Replayed.of(SessionBytes.joined(lines));
            assertEquals(1, replayed.skippedLines());
            Snapshot next = replayed.snapshots().get(damaged);
            assertEquals(damaged + 1, next.sequence());
            assertEquals(thread(written.get(damaged + 1), 0), thread(next, 0), "told again at once");
            assertEquals("thread row 1 pid 1 tid 11 start 0 name until 4", thread(next, 1), "not told since: nothing is known of it");
            assertEquals(thread(written.get(damaged + 1), 2), thread(next, 2), "an end is told by every line");
            assertEquals(written.get(damaged + 1).lanes(), next.lanes(), "lanes are told three times");
            assertEquals(SnapshotText.of(written.get(69)), SnapshotText.of(replayed.last()), "a full line tells all");
        }
    }

    @Test
    void singleByteErrorsLoseWhatTheyHitAndNothingElse() throws SessionFormatException {
        long seed = System.nanoTime();
        List<Snapshot> written = new RandomSnapshots(seed, 12).take(30);
        Map<Long, List<String>> texts = written.stream().collect(Collectors.toMap(Snapshot::sequence, DamageTest::rows));
        byte[] whole = SessionBytes.of(HOST, written);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] hit = whole.clone();
            int at = random.nextInt(whole.length);
            hit[at] = (byte) (hit[at] + 1 + random.nextInt(255));
            Replayed replayed = Replayed.of(hit);
            String where = "seed " + seed + ", byte " + at;
            assertTrue(replayed.skippedLines() <= 2, where);
            assertTrue(replayed.snapshots().size() >= written.size() - 2, where);
            replayed.snapshots().forEach(snapshot -> assertNothingInvented(texts.get(snapshot.sequence()), snapshot, where));
        }
    }

    /** Every row is as it was written; only of a thread may it be said that nothing is known. */
    private static void assertNothingInvented(List<String> written, Snapshot replayed, String where) {
        List<String> found = rows(replayed);
        assertEquals(written.size(), found.size(), where);
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(written.get(i))) {
                Matcher threadRow = THREAD_ROW.matcher(found.get(i));
                assertTrue(threadRow.lookingAt(), where + ": " + found.get(i));
                int row = Integer.parseInt(threadRow.group(1));
                assertFalse(replayed.threads().used(row) && knowsAny(replayed.threads(), row), where + ": " + found.get(i));
            }
        }
    }

    private static List<String> rows(Snapshot snapshot) {
        return SnapshotText.of(snapshot).lines().toList();
    }

    private static boolean knowsAny(ThreadTable threads, int row) {
        return threads.knows(row, ThreadTable.ON_CPU) || threads.knows(row, ThreadTable.RUN_DELAY) || threads.knows(row, ThreadTable.SLICES)
                || threads.knows(row, ThreadTable.STATE) || threads.knows(row, ThreadTable.CORE);
    }

    @Test
    void aLineThatIsTooLongIsSkippedWithoutBeingKept() throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(1).lasting(3).all());
        byte[] giant = new byte[40 << 20];
        Arrays.fill(giant, (byte) '{');
        giant[giant.length - 1] = '\n';
        lines.add(2, giant);
        Replayed replayed = Replayed.of(SessionBytes.joined(lines));
        assertEquals(1, replayed.skippedLines());
        assertEquals(3, replayed.snapshots().size());
    }

    @Test
    void tenMegabytesInALineAreReadWhereTheyAreSound() throws SessionFormatException {
        List<Snapshot> written = ScriptedSource.cores(1).lasting(3).at(1, machine -> machine.thread(1, 2, "x".repeat(TEN_MEGABYTES))).all();
        Replayed replayed = Replayed.of(SessionBytes.of(HOST, written));
        assertEquals(0, replayed.skippedLines());
        assertEquals(SnapshotText.of(written.get(2)), SnapshotText.of(replayed.last()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "9", " ", "{\"seq\":9", "{\"profile\":\"x", "{\"x", "{\"lanes\":[[", "{\"seq\":[", "{\"new\":{\"a\":", "\u0000"})
    void tenMegabytesOfNonsenseCostOneLineAndLittleMemory(String begin) throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(1).lasting(4).all());
        byte[] giant = begin.concat(begin.substring(begin.length() - 1).repeat(TEN_MEGABYTES)).concat("\n").getBytes(StandardCharsets.UTF_8);
        lines.add(2, giant);
        lines.add(4, giant);
        byte[] session = SessionBytes.joined(lines);
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = meter.getThreadAllocatedBytes(Thread.currentThread().getId());
        Replayed replayed = Replayed.of(session);
        long taken = meter.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertEquals(2, replayed.skippedLines());
        assertEquals(4, replayed.snapshots().size());
        assertTrue(taken < 20L * TEN_MEGABYTES, taken + " bytes");
    }

    @Test
    void timeAndNumberOnlyGrow() throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(1).lasting(4).all());
        lines.add(3, lines.get(1));
        lines.add(4, lines.get(2));
        Replayed replayed = Replayed.of(SessionBytes.joined(lines));
        assertEquals(2, replayed.skippedLines());
        assertEquals(List.of(0L, 1L, 2L, 3L), replayed.snapshots().stream().map(Snapshot::sequence).toList());
    }

    @Test
    void hostileLinesAreCountedAndSkipped() throws SessionFormatException {
        String sound = "{\"seq\":5,\"mono_ns\":9000000000000,\"epoch_ms\":1,\"profile\":\"\",\"cores\":[],\"rows\":1,\"free\":[],"
                + "\"threads\":[{\"row\":0,\"pid\":1,\"tid\":2,\"start\":3,\"name\":\"x\"}],\"workers\":[],"
                + "\"own\":{\"cpu_ns\":0,\"terminal_bytes\":0,\"late_samples\":0,\"dropped_snapshots\":0,\"faults\":0,"
                + "\"last_fault\":\"\"}}\n";
        assertEquals(0, replayedWith(sound).skippedLines(), "without a checksum it is taken as it is");
        String newer = sound.replace("\"seq\"", "\"new\":{\"a\":[[1]]},\"seq\"");
        assertEquals(0, replayedWith(newer).skippedLines(), "unknown keys are passed over");
        List<String> damaged = List.of(
                "\n", "null\n", "[]\n", "{}\n", sound.replace("}\n", "} {}\n"), "\u0000\u0000\u0000{\n", "{\"seq\":".repeat(5000) + "\n",
                sound.replace("\"seq\":5", "\"seq\":5e3"), sound.replace("\"seq\":5", "\"seq\":\"5\""),
                sound.replace("9000000000000", "9".repeat(30)), sound.replace("9000000000000", "9".repeat(2000)),
                sound.replace("\"rows\":1", "\"rows\":2000000000"), sound.replace("\"rows\":1", "\"rows\":-1"),
                sound.replace("\"rows\":1", "\"rows\":0"), sound.replace("\"free\":[]", "\"free\":[[0,1]]"),
                sound.replace("\"free\":[]", "\"free\":[[2,1],[1,1]]"), sound.replace("\"free\":[]", "\"free\":[[1,2000000000]]"),
                sound.replace("\"row\":0", "\"row\":2000000000"), sound.replace("\"tid\":2", "\"tid\":0"),
                sound.replace("\"tid\":2", "\"tid\":4294967298"), sound.replace("\"name\":\"x\"", "\"name\":7"),
                sound.replace("\"name\":\"x\"", "\"name\":\"x\",\"state\":\"RS\""),
                sound.replace("\"cores\":[]", "\"cores\":[{\"id\":1}]"), sound.replace("\"profile\":\"\",", ""),
                sound.replace("\"workers\":[]", "\"workers\":[{\"lane\":0,\"number\":0,\"pid\":1,\"tid\":1,\"lock_waits\":[240,1]}]"),
                sound.replace("\"rows\"", "\"lanes\":[{\"id\":0,\"workers\":1,\"since_ns\":0,\"planned_ns\":0}],\"rows\""),
                sound.replace("\"rows\"", "\"lanes\":[{\"id\":0,\"workers\":1,\"since_ns\":0,\"planned_ns\":0,\"phase\":\"HAPPY\"}],"
                        + "\"rows\""));
        for (String line : damaged) {
            Replayed replayed = replayedWith(line);
            assertEquals(1, replayed.skippedLines(), line);
            assertEquals(2, replayed.snapshots().size(), line);
        }
    }

    private static Replayed replayedWith(String line) throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(1).lasting(2).all());
        lines.add(line.getBytes(StandardCharsets.UTF_8));
        return Replayed.of(SessionBytes.joined(lines));
    }

    @Test
    void aSessionWhoseHeaderIsDamagedPlaysOnAnUnknownHost() throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(3).lasting(2).all());
        lines.get(0)[5] = 0;
        Replayed replayed = Replayed.of(SessionBytes.joined(lines));
        assertEquals(1, replayed.skippedLines());
        assertEquals(2, replayed.snapshots().size());
        assertEquals("unknown", replayed.host().name());
        assertEquals(3, replayed.host().usableCores());
    }

    @Test
    void aHeaderCutInTwoByADamagedByteLosesTheHostOnly() throws SessionFormatException {
        List<byte[]> lines = SessionBytes.lines(HOST, ScriptedSource.cores(3).lasting(2).all());
        lines.get(0)[30] = '\n';
        Replayed replayed = Replayed.of(SessionBytes.joined(lines));
        assertEquals(2, replayed.skippedLines());
        assertEquals(2, replayed.snapshots().size());
    }

    private static String thread(Snapshot snapshot, int row) {
        return SnapshotText.thread(snapshot.threads(), row);
    }

    private static byte[] last(List<byte[]> lines) {
        return lines.get(lines.size() - 1);
    }
}
