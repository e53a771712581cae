package coreloom.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Session files as the writer makes them, with its thread and its queue. */
public final class SessionFiles {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private SessionFiles() {}

    /** Records all snapshots into that file, or into pieces of it, in a folder that holds nothing else. Returns the files by name. */
    public static List<Path> record(Path file, RecordingLimits limits, Host host, List<Snapshot> snapshots) throws RecordingException, IOException {
        Path folder = file.getParent();
        SessionWriter writer = SessionWriter.open(file, limits, SessionBytes.start(host), new HandTurnedClock());
        for (Snapshot snapshot : snapshots) {
            long before = bytes(folder);
            writer.write(snapshot);
            awaitGrowth(folder, before);
        }
        writer.close();
        assertEquals("", writer.trouble().orElse(""));
        assertEquals(0, writer.dropped());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** A script is faster than any disk, and a full queue drops snapshots: each line is waited for. */
    private static void awaitGrowth(Path folder, long before) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (bytes(folder) == before) {
            assertTrue(System.nanoTime() < deadline, "the recording does not grow");
            Thread.onSpinWait();
        }
    }

    /** Bytes in all pieces together, weighed so that a removed piece cannot make up for a line. */
    private static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String digits = file.getFileName().toString().replaceAll("\\D", "");
                sum = sum * 31 + Files.size(file) + digits.hashCode();
            }
        } catch (NoSuchFileException removedMeanwhile) {
            return -1;
        }
        return sum;
    }
}
