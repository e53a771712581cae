package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.snapshot.Host;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import coreloom.view.Command;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the file, sampling keeps its beat, the screen says so in a sentence, and what is lost is counted. */
@Timeout(60)
class RecordingFaultsTest {
    private static final long SECOND = 1_000_000_000L;
    /** Lines that may be under way at once, the header among them. */
    private static final int UNDER_WAY = 16;

    @TempDir
    private Path folder;
    private final HandClock clock = new HandClock();
    private final History history = new History(2);
    private final Session session = new Session(clock, history, SECOND, false, () -> 0);
    private final ScriptedSource script = ScriptedSource.cores(2).lasting(Integer.MAX_VALUE);
    private long samples;

    /** A machine that tells, as a real one does, what the session has dropped. */
    private final class Counting implements SnapshotSource {
        @Override
        public Host host() {
            return script.host();
        }

        @Override
        public boolean read(Snapshot into) {
            boolean read = script.read(into);
            into.own(new OwnReading(0, 0, session.lateSamples(), session.droppedSnapshots(), 0, ""));
            samples++;
            return read;
        }

        @Override
        public long untilNextNanos(long wantedNanos) {
            return wantedNanos;
        }

        @Override
        public void close() {
            script.close();
        }
    }

    @BeforeEach
    void watch() {
        session.watch(new Counting(), new ScriptedLoad());
        session.recorder().folder(folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void record(Path file) throws Exception {
        session.recorder().begin(file, script.host(), SECOND, clock.epochMillis());
    }

    /** One period; the session asks for neither more nor less than that, behind the first interval. */
    private void period() {
        long before = samples;
        long wait = session.step();
        assertEquals(before + 1, samples, "a sample each period");
        assertTrue(wait == SECOND || samples == 1, "the next one is asked for in " + wait + " ns");
        clock.pass(wait);
    }

    private String said() {
        return session.surroundings().notice();
    }

    @Test
    void aPipeThatNobodyReadsDelaysNoSampleAndWhatItMissedIsCountedInTheLogItself() throws Exception {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here, so no named pipe to try");
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        record(pipe);
        for (int i = 0; i < 40; i++) {
            period();
        }
        assertEquals(0, session.lateSamples());
        assertEquals(40 - (UNDER_WAY - 1), session.droppedSnapshots());
        assertEquals("The recording " + pipe + " does not take lines fast enough: 25 snapshots are not in it so far; record to a faster disk, or read the "
                + "pipe.", said());
        try (BufferedReader reader = Files.newBufferedReader(pipe)) {
            assertTrue(reader.readLine().startsWith("{\"format\":"));
            for (int i = 0; i < UNDER_WAY - 1; i++) {
                assertTrue(reader.readLine().startsWith("{\"seq\":" + i + ","));
            }
            long dropped = untilALineIsTaken();
            String next = reader.readLine();
            assertTrue(next.startsWith("{\"seq\":" + (UNDER_WAY - 1 + dropped) + ",\"after\":" + (UNDER_WAY - 2) + ","), next);
            assertTrue(next.contains("\"dropped_snapshots\":" + dropped + ","), next);
            session.recorder().stop();
        }
        assertEquals(0, session.lateSamples());
    }

    /** Goes on until the recording has room again; returns how many snapshots it missed by then. */
    private long untilALineIsTaken() {
        long before;
        do {
            before = session.droppedSnapshots();
            period();
        } while (session.droppedSnapshots() > before);
        assertFalse(said().contains("fast enough"), said());
        return before;
    }

    @Test
    void aFileThatIsRemovedEndsTheRecordingAndNothingElse() throws Exception {
        Path file = folder.resolve("run.jsonl");
        record(file);
        period();
        Files.delete(file);
        while (session.recorder().on()) {
            period();
        }
        assertTrue(said().startsWith("The recording " + file + " has stopped (the file was removed): "), said());
        long before = history.count();
        period();
        period();
        assertEquals(before + 2, history.count());
        assertEquals(0, session.lateSamples());
        assertFalse(Files.exists(file), "it is not made again");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsASentenceAndTheRunGoesOn() {
        Path locked = Path.of("/sys");
        Assumptions.assumeTrue(Files.isDirectory(locked), "no /sys here, in which nobody may make a file, not even root");
        session.recorder().folder(locked);
        period();
        session.ask(new Command.ToggleRecording());
        session.wishes();
        period();
        assertTrue(said().matches("/sys/coreloom-\\S+ cannot be made (because permission is denied|\\(Read-only file system\\)): record to .*\\."), said());
        assertFalse(session.recorder().on());
        assertEquals(0, session.lateSamples());
    }
}
