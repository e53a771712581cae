package coreloom.recording;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The thread that writes lines to a sink, and the lines that go round between it and the sampling thread:
 *
 * <pre>
 *   sampling thread ── emptyLine() ── fills it ── write() ──▶ filled ──▶ writer thread ──▶ sink
 *                          ▲                                                  │
 *                          └────────────────── empty ◀────────────────────────┘
 * </pre>
 *
 * Neither {@link #emptyLine} nor {@link #write} ever waits for the sink.
 */
final class LineWriter {
    private static final JsonLine END = new JsonLine();

    private final BlockingQueue<JsonLine> empty;
    private final BlockingQueue<JsonLine> filled;
    private final Thread thread;
    private volatile IOException fault;

    /** Starts writing. {@code lines} is how many may be under way at once. */
    LineWriter(LineSink sink, int lines) {
        empty = new ArrayBlockingQueue<>(lines);
        filled = new ArrayBlockingQueue<>(lines + 1);
        for (int i = 0; i < lines; i++) {
            empty.add(new JsonLine());
        }
        thread = new Thread(() -> run(sink), "coreloom recording");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(LineSink sink) {
        try (sink) {
            for (JsonLine line = filled.take(); line != END; line = filled.take()) {
                sink.write(line);
                empty.add(line);
            }
        } catch (IOException e) {
            fault = e;
        } catch (InterruptedException e) {
            fault = new IOException("the writing thread was interrupted", e);
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
     * @return whether it ended in time
     */
    boolean end(long millis) {
        filled.add(END);
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
