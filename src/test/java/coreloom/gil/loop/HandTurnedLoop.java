package coreloom.gil.loop;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;

/** An event loop whose select turns the clock, to the next thing that happens or to its limit; with a telemetry page. Times in µs. */
final class HandTurnedLoop {
    final EventLoop loop = new EventLoop(this::select, this::nanos);
    private final WorkerPage page;
    private final TelemetryPage reader;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private final WorkerTable table = new WorkerTable();
    private long nanos;
    private int slots;

    private record Event(long at, EventLoop.Callback callback) {}

    HandTurnedLoop(Path file, int coroutines) throws IOException {
        reader = TelemetryPage.create(file, coroutines);
        page = new WorkerPage(file, coroutines, 1);
    }

    private long nanos() {
        return nanos;
    }

    long micros() {
        return nanos / 1000;
    }

    /** Passes time: what a callback does that keeps the loop. */
    void compute(long micros) {
        nanos += micros * 1000;
    }

    /** Has that called by the loop once it sees that the time has come. */
    void happens(long micros, EventLoop.Callback callback) {
        events.add(new Event(nanos + micros * 1000, callback));
    }

    /** A coroutine with the next slot. */
    Coroutine coroutine(EventLoop.Callback body) {
        return new Coroutine(loop, page.slot(slots++), body);
    }

    void rounds(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            loop.runOnce();
        }
    }

    private void select(long limit, EventLoop asking) {
        long until = limit == EventLoop.NO_LIMIT ? Long.MAX_VALUE : nanos + limit;
        if (!events.isEmpty()) {
            until = Math.min(until, Math.max(nanos, events.peek().at));
        }
        if (until == Long.MAX_VALUE) {
            throw new AssertionError("nothing will ever happen");
        }
        nanos = until;
        while (!events.isEmpty() && events.peek().at <= nanos) {
            asking.callSoon(events.poll().callback);
        }
    }

    long count(int slot, Count which) {
        read();
        return table.count(slot, which);
    }

    /** Ends of lock waits in the bucket of that length. */
    long waitsOf(int slot, int bucket) {
        read();
        return table.waits(slot, bucket);
    }

    long waitMicros(int slot, WaitKind kind) {
        read();
        return table.waitNanos(slot, kind) / 1000;
    }

    private void read() {
        table.clear();
        reader.read(table, 0, 0, nanos);
    }
}
