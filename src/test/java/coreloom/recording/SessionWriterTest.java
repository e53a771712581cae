package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Host;
import coreloom.snapshot.Marker;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionWriterTest {
    private static final Host HOST = ScriptedSource.cores(2).host();
    private static final SessionStart START = SessionBytes.start(HOST);
    private static final HandTurnedClock CLOCK = new HandTurnedClock();

    @TempDir
    private Path folder;

    /** A sink that takes nothing until it is opened. */
    private static final class Gate implements LineSink {
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger lines = new AtomicInteger();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(JsonLine line) throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            taken.writeBytes(SessionBytes.bytes(line));
            lines.incrementAndGet();
        }

        @Override
        public void close() {}
    }

    @Test
    void aFileHasTheHeaderAndALineForEachSnapshot() throws IOException, RecordingException {
        List<Snapshot> snapshots = ScriptedSource.cores(2).lasting(10).at(0, machine -> machine.thread(1, 2, "main")).all();
        Path file = folder.resolve("session.jsonl");
        SessionWriter writer = open(file);
        snapshots.forEach(writer::write);
        writer.close();
        writer.close();
        writer.write(snapshots.get(9));
        assertEquals(new String(SessionBytes.of(HOST, snapshots), StandardCharsets.UTF_8), Files.readString(file));
        assertEquals(0, writer.dropped());
        assertEquals(Optional.empty(), writer.trouble());
    }

    @Test
    void whatTheHostLearnsIsTold() throws IOException, RecordingException {
        Path file = folder.resolve("session.jsonl");
        SessionWriter writer = SessionWriter.open(file, RecordingLimits.NONE, START.on(new Host("loom", "Linux", "Java", 2, List.of())), CLOCK);
        for (Snapshot snapshot : ScriptedSource.cores(2).lasting(4).all()) {
            writer.host(HOST);
            writer.write(snapshot);
        }
        writer.close();
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(1).contains("\"host\":{\"name\":\"loom\",\"system\":\"Linux 6.12.0\""), lines.get(1));
        assertTrue(lines.get(3).contains("\"host\""), lines.get(3));
        assertFalse(lines.get(4).contains("\"host\""), "told three times");
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertEquals(file + " exists already and is not overwritten: record to another file or remove this one.", refusal(file));
        assertEquals("mine", Files.readString(file));
        assertEquals(folder + " is a folder: record to a file in it, such as " + folder.resolve("session.jsonl") + ".", refusal(folder));
        Path nowhere = folder.resolve("no/such/folder/session.jsonl");
        assertEquals(nowhere + " cannot be made because its folder does not exist: make the folder first.", refusal(nowhere));
    }

    @Test
    void aSlowFileCostsSnapshotsAndNeverWaits() {
        Gate gate = new Gate();
        SessionWriter writer = new SessionWriter(folder, gate, RecordingLimits.NONE, START, CLOCK);
        List<Snapshot> snapshots = ScriptedSource.cores(2).lasting(40).all();
        snapshots.forEach(writer::write);
        assertEquals(25, writer.dropped(), "16 lines may be under way, the header among them");
        gate.open.countDown();
        writer.close();
        assertEquals(new String(SessionBytes.of(HOST, snapshots.subList(0, 15)), StandardCharsets.UTF_8),
                gate.taken.toString(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), writer.trouble());
    }

    @Test
    void whatADroppedSnapshotMarksStandsInTheNextLine() {
        Gate gate = new Gate();
        SessionWriter writer = new SessionWriter(folder, gate, RecordingLimits.NONE, START, CLOCK);
        List<Snapshot> snapshots = ScriptedSource.cores(2).lasting(17).all();
        snapshots.get(15).markers(List.of(new Marker(Marker.Kind.NOTE, 7, "lost?")));
        snapshots.subList(0, 16).forEach(writer::write);
        assertEquals(1, writer.dropped());
        gate.open.countDown();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (gate.lines.get() < 16) {
            assertTrue(System.nanoTime() < deadline, "the writer does not go on");
            Thread.onSpinWait();
        }
        writer.write(snapshots.get(16));
        writer.close();
        String last = gate.taken.toString(StandardCharsets.UTF_8).lines().reduce((before, line) -> line).orElseThrow();
        assertTrue(last.startsWith("{\"seq\":16,") && last.contains("\"text\":\"lost?\""), last);
    }

    @Test
    void aPipeIsNotCutIntoPieces() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device), "no /dev/null here, so no device to try");
        RecordingException refusal = assertThrows(RecordingException.class,
                () -> SessionWriter.open(device, new RecordingLimits(1, 1), START, CLOCK).close());
        assertEquals("/dev/null is a pipe or a device and cannot be cut into pieces: record to it without --record-max-size.", refusal.getMessage());
    }

    @Test
    void aSinkThatNeverTakesAnythingDoesNotHoldUpClosing() {
        Gate gate = new Gate();
        SessionWriter writer = new SessionWriter(Path.of("FILE"), gate, RecordingLimits.NONE, START, CLOCK);
        writer.close();
        assertEquals("The recording FILE did not take its last lines within 1000 ms, and they are lost: "
                + "record to a faster disk, or read the pipe.", writer.trouble().orElseThrow());
        gate.open.countDown();
    }

    @Test
    void aPipeThatNobodyReadsHoldsUpNothing() throws IOException, InterruptedException, RecordingException {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here, so no named pipe to try");
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        SessionWriter writer = open(pipe);
        ScriptedSource.cores(2).lasting(40).all().forEach(writer::write);
        writer.close();
        assertEquals(25, writer.dropped());
        assertTrue(writer.trouble().orElseThrow().contains("read the pipe"), writer.trouble().orElseThrow());
        assertTrue(Files.newInputStream(pipe).read() >= 0, "a late reader sets the abandoned thread free");
    }

    @Test
    void aFullDiskEndsTheRecordingWithASentence() throws RecordingException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here, so no full disk to try");
        SessionWriter writer = open(full);
        ScriptedSource.cores(2).lasting(3).all().forEach(writer::write);
        writer.close();
        assertEquals("The recording /dev/full has stopped (No space left on device): the lines before are whole; "
                + "begin a new recording elsewhere.", writer.trouble().orElseThrow());
    }

    @Test
    void aRemovedFolderEndsTheRecordingWithASentence() throws IOException, RecordingException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        SessionWriter writer = open(sub.resolve("session.jsonl"));
        Files.delete(sub.resolve("session.jsonl"));
        Files.delete(sub);
        ScriptedSource.cores(2).lasting(3).all().forEach(writer::write);
        writer.close();
        assertTrue(writer.trouble().orElseThrow().contains("has stopped (the file was removed)"), writer.trouble().orElseThrow());
    }

    @Test
    void aSnapshotThatIsTooLongForALineIsDroppedAndTheNextTellsAll() {
        Gate gate = new Gate();
        gate.open.countDown();
        SessionWriter writer = new SessionWriter(folder, gate, RecordingLimits.NONE, START, CLOCK);
        ScriptedSource source = ScriptedSource.cores(1).lasting(3)
                .at(0, machine -> machine.thread(1, 2, "first"))
                .at(1, machine -> machine.profile("x".repeat(SessionFormat.MAX_LINE_BYTES)))
                .at(2, machine -> machine.profile("short"));
        source.all().forEach(writer::write);
        writer.close();
        assertEquals(1, writer.dropped());
        List<String> lines = gate.taken.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).startsWith("{\"seq\":2,\"mono_ns\"") && lines.get(2).contains("\"first\""), lines.get(2));
    }

    private SessionWriter open(Path file) throws RecordingException {
        return SessionWriter.open(file, RecordingLimits.NONE, START, CLOCK);
    }

    private String refusal(Path file) {
        return assertThrows(RecordingException.class, () -> open(file)).getMessage();
    }
}
