package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotText;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A session played to its end.
 *
 * @param snapshots    all that were read, each an object of its own
 * @param skippedLines how many lines were not
 */
record Replayed(Host host, List<Snapshot> snapshots, long skippedLines) {
    static Replayed of(byte[] session) throws SessionFormatException {
        try (ReplaySource source = ReplaySource.of("test.jsonl", new ByteArrayInputStream(session))) {
            return of(source);
        }
    }

    static Replayed of(ReplaySource source) {
        List<Snapshot> snapshots = new ArrayList<>();
        Snapshot snapshot = new Snapshot();
        while (source.read(snapshot)) {
            snapshots.add(snapshot);
            snapshot = new Snapshot();
        }
        return new Replayed(source.host(), snapshots, source.skippedLines());
    }

    /** Fails unless every row is as it was told, or nothing but its thread is known, or not even that one. */
    static void assertTrueOrUnknown(String told, Snapshot replayed, String where) {
        String played = SnapshotText.of(replayed);
        if (!told.equals(played)) {
            assertRows(told.lines().toList(), played.lines().toList(), where);
        }
    }

    private static void assertRows(List<String> told, List<String> played, String where) {
        assertEquals(told.size(), played.size(), where);
        for (int i = 0; i < told.size(); i++) {
            String identity = told.get(i).replaceFirst(" on-CPU .* core 0", "");
            String nobody = told.get(i).replaceFirst(" pid .*", " free");
            assertTrue(List.of(told.get(i), identity, nobody).contains(played.get(i)), where + ": " + played.get(i));
        }
    }

    Snapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }
}
