package coreloom.replay;

import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
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

    Snapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }
}
