package coreloom.recording;

import coreloom.snapshot.Clock;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread that writes lines to a sink, and the lines that go round between it and the sampling thread:
 *
 * <pre>
 *   sampling thread ── emptyLine() ── fills it ── write() ──▶ filled ──▶ writer thread ──▶ sink.write()
 *                          ▲                                                  │            sink.sync(), once a second
 *                          └────────────────── empty ◀────────────────────────┘
 * </pre>
 *
 * Neither {@link #emptyLine} nor {@link #write} ever waits for the sink.
 */
final class LineWriter {
    /** A line is written and synced this much later at the latest, unless the disk is slower. */
    static final long SYNC_NANOS = 1_000_000_000L;

    private static final JsonLine END = new JsonLine();

    private final LineSink sink;
    private final Clock clock;
    private final BlockingQueue<JsonLine> empty;
    private final BlockingQueue<JsonLine> filled;
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread thread;
    private boolean unsynced;
    private long syncDueNanos;
    private volatile IOException fault;

    /** Starts writing. {@code lines} is how many may be under way at once. */
    LineWriter(LineSink sink, int lines, Clock clock) {
        this.sink = sink;
        this.clock = clock;
        empty = new ArrayBlockingQueue<>(lines);
        filled = new ArrayBlockingQueue<>(lines + 1);
        for (int i = 0; i < lines; i++) {
            empty.add(new JsonLine());
        }
        thread = new Thread(this::run, "coreloom recording");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (sink) {
            for (JsonLine line = next(); line != END; line = next()) {
                sink.write(line);
                empty.add(line);
                if (!unsynced) {
                    unsynced = true;
                    syncDueNanos = clock.nanos() + SYNC_NANOS;
                }
            }
            written.countDown();
            sync();
        } catch (IOException e) {
            fault = e;
        } catch (InterruptedException e) {
            fault = new IOException("the writing thread was interrupted", e);
        }
    }

    /** The next line; what was written before is synced meanwhile, when that is due. */
    private JsonLine next() throws IOException, InterruptedException {
        JsonLine line = unsynced ? filled.poll(syncDueNanos - clock.nanos(), TimeUnit.NANOSECONDS) : filled.take();
        if (line == null || unsynced && line != END && clock.nanos() - syncDueNanos >= 0) {
            sync();
        }
        return line == null ? filled.take() : line;
    }

    private void sync() throws IOException {
        if (unsynced) {
            unsynced = false;
            sink.sync();
        }
    }

    /** An empty line to fill, or null when the sink is behind with all of them. */
    JsonLine emptyLine() {
        JsonLine line = empty.poll();
        if (line != null) {
            line.clear();
        }
        return line;
    }

    /** Has a line from {@link #emptyLine} written. */
    void write(JsonLine line) {
        filled.add(line);
    }

    /** Takes back a line from {@link #emptyLine} unwritten. */
    void giveBack(JsonLine line) {
        empty.add(line);
    }

    /** What ended the writing, null while nothing did. */
    IOException fault() {
        return fault;
    }

    /**
     * Writes what is under way and ends; to be called once. A sink that blocks longer than {@code millis} is left to a thread that
     * does not keep the program alive.
     *
     * @return whether all was written in time, synced or not
     */
    boolean end(long millis) {
        filled.add(END);
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive() || written.getCount() == 0;
    }
}
