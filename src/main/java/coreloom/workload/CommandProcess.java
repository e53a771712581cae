package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import coreloom.telemetry.Telemetry;
import coreloom.telemetry.TelemetryLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's with all that it has started. One that speaks the line protocol is told what to do by lines on its standard input; any
 * other runs until it ends, or is asked to end by SIGTERM.
 */
final class CommandProcess implements WorkerProcess {
    private static final Path PROC = Path.of("/proc");
    private static final long MOST_WORDS_BYTES = 1 << 20;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Process process;
    private final Files files;
    private final Optional<TelemetryLines> lines;
    private final Descendants descendants;
    private final Marked mark;
    private final String label;
    private long misunderstood;
    private String note;

    /**
     * Its files.
     *
     * @param words takes what it writes
     * @param lines by which it tells what its workers do; need not be there
     */
    record Files(Path words, Path lines) {
        /** The mark that the program and all that it starts bear: the files are its own, and so is their name. */
        Marked mark() {
            return new Marked(words.getParent().getFileName() + "/" + words.getFileName());
        }
    }

    /**
     * @param files its files and the mark that it bears
     * @param lines what it tells; empty for one that does not speak
     * @param label what it is, as a sentence; may be empty
     */
    CommandProcess(Process process, Files files, Optional<TelemetryLines> lines, String label) {
        this.process = process;
        this.files = files;
        this.lines = lines;
        this.label = label;
        this.mark = files.mark();
        this.descendants = new Descendants(PROC, pid(), Descendants.SOON_NANOS);
        this.note = label;
    }

    @Override
    public int pid() {
        return (int) process.pid();
    }

    @Override
    public Telemetry telemetry() {
        return lines.isPresent() ? lines.get() : Telemetry.NONE;
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    /** The runtime already reports a signal as 128 + its number. */
    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public String lastWords() {
        return LastWords.read(files.words());
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public String note() {
        return note;
    }

    @Override
    public String adviceWhenLate() {
        return "it has told nothing by the line protocol, so leave telemetry out if it does not speak that";
    }

    @Override
    public List<ProcessReading> descendants() {
        return descendants.readings();
    }

    @Override
    public void look(long now) {
        descendants.look(now);
        keepWordsShort();
        if (lines.isPresent()) {
            lines.get().refresh();
            noteMisunderstood(lines.get());
        }
    }

    @Override
    public void lookForLeft() {
        descendants.adopt(mark.bearers(PROC));
    }

    /** Who speaks the line protocol takes the orders for all that it has started: without it they cannot be measured. */
    @Override
    public boolean mayBeOutlived() {
        return lines.isEmpty();
    }

    /** Whoever writes on and on must not fill the memory that the file lies in; it appends, so that it may be cut. */
    private void keepWordsShort() {
        if (files.words().toFile().length() > MOST_WORDS_BYTES) {
            try (FileChannel channel = FileChannel.open(files.words(), StandardOpenOption.WRITE)) {
                channel.truncate(0);
            } catch (IOException e) {
                return; // then it grows
            }
        }
    }

    private void noteMisunderstood(TelemetryLines told) {
        if (told.misunderstood() != misunderstood) {
            misunderstood = told.misunderstood();
            String many = misunderstood == 1 ? "1 line that it told was" : misunderstood + " lines that it told were";
            note = new Refusal((label + " " + many + " not understood, the newest: "
                    + Section.quoted(told.newestMisunderstood()) + ".").strip()).getMessage();
        }
    }

    @Override
    public void tell(byte order) {
        descendants.look();
        if (lines.isPresent()) {
            say(order == RUN_FIRST ? "baseline" : order == RUN_ALL ? "run" : "stop");
        } else if (order == STOP) {
            process.destroy();
        }
    }

    private void say(String order) {
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            return; // it has ended, or does not listen any more; whoever watches it will notice
        }
    }

    @Override
    public boolean urge() {
        if (lines.isPresent()) {
            process.destroy();
        }
        return true;
    }

    @Override
    public void kill() {
        lookForLeft();
        process.destroyForcibly();
        descendants.kill();
    }

    /** Asks it to end, as a person would with kill(1); where it has ended already, what it has left running. */
    void ask() {
        if (process.isAlive()) {
            process.destroy();
        } else {
            descendants.ask();
        }
    }

    /** Waits for its end, but not longer than so many ms. */
    void awaitEnd(long patienceMillis) {
        try {
            process.waitFor(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it with all that it has started, and waits until they have ended. */
    void close() {
        kill();
        try {
            descendants.awaitEnd(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.ifPresent(TelemetryLines::close);
    }

    /** What it has left running ends with it. */
    @Override
    public void forget() {
        lookForLeft();
        descendants.kill();
        lines.ifPresent(TelemetryLines::close);
        RunFolder.delete(files.words());
        RunFolder.delete(files.lines());
    }
}
