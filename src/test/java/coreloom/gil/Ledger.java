package coreloom.gil;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A telemetry page with one slot for each actor, and what has been counted on it since the last mark. */
final class Ledger {
    final WorkerPage page;
    private final TelemetryPage reader;
    private final WorkerTable before = new WorkerTable();
    private final WorkerTable after = new WorkerTable();

    Ledger(Path file, int slots) throws IOException {
        reader = TelemetryPage.create(file, slots);
        page = new WorkerPage(file, slots, 1);
        mark();
    }

    void mark() {
        before.clear();
        reader.read(before, 0, 0, 0);
    }

    long count(int slot, Count which) {
        read(0);
        return after.count(slot, which) - before.count(slot, which);
    }

    long waitNanos(int slot, WaitKind kind) {
        return waitNanos(slot, kind, 0);
    }

    /** With the wait that is under way, up to now. */
    long waitNanos(int slot, WaitKind kind, long now) {
        read(now);
        return after.waitNanos(slot, kind) - before.waitNanos(slot, kind);
    }

    long total(Count which) {
        return totals().get(which);
    }

    /** What all slots have counted. */
    Map<Count, Long> totals() {
        read(0);
        Map<Count, Long> totals = new EnumMap<>(Count.class);
        for (Count which : Count.values()) {
            long sum = 0;
            for (int slot = 0; slot < after.size(); slot++) {
                sum += after.count(slot, which) - before.count(slot, which);
            }
            totals.put(which, sum);
        }
        return totals;
    }

    private void read(long now) {
        after.clear();
        reader.read(after, 0, 0, now);
    }
}
