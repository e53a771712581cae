package coreloom.recording;

import coreloom.snapshot.Host;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sessions as the writer makes them, without its thread and its queue. */
public final class SessionBytes {
    private SessionBytes() {}

    /** The whole file: header and a line for each snapshot. */
    public static byte[] of(Host host, List<Snapshot> snapshots) {
        return joined(lines(host, snapshots));
    }

    /** The header and a line for each snapshot, newlines included. */
    public static List<byte[]> lines(Host host, List<Snapshot> snapshots) {
        List<byte[]> all = new ArrayList<>();
        JsonLine line = new JsonLine();
        HeaderLine.write(line, start(host), 0);
        all.add(bytes(line));
        SnapshotLines lines = new SnapshotLines(host);
        for (Snapshot snapshot : snapshots) {
            line.clear();
            if (!lines.write(snapshot, line)) {
                throw new AssertionError("snapshot " + snapshot.sequence() + " does not fit into a line");
            }
            all.add(bytes(line));
        }
        return all;
    }

    public static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** What the headers of these sessions tell. */
    public static SessionStart start(Host host) {
        return new SessionStart(host, 1_000_000_000, ScriptedMachine.FIRST_EPOCH_MILLIS);
    }

    static byte[] bytes(JsonLine line) {
        ByteBuffer bytes = line.buffer();
        return Arrays.copyOf(bytes.array(), bytes.limit());
    }
}
