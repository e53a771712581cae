package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file of {@code /proc}. It is opened by the first reading and kept open while the budget of open files lasts; beyond it, it is opened
 * for each reading. A kept-open file belongs to the task it was opened for: once that has gone every reading fails, even if its id is
 * reused.
 */
public final class ProcFile implements AutoCloseable {
    private final Path path;
    private final OpenFiles files;
    private FileChannel kept;

    public ProcFile(Path path, OpenFiles files) {
        this.path = path;
        this.files = files;
    }

    /** Reads the whole file. Answers {@link Outcome#READ} and any other outcome but {@link Outcome#UNCLEAR}; throws nothing. */
    public Outcome read(ProcText into) {
        return kept == null ? open(into) : readFrom(kept, into);
    }

    private Outcome open(ProcText into) {
        FileChannel opened;
        try {
            opened = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            return Outcome.ofRefusal(e, path);
        }
        if (files.take()) {
            kept = opened;
            return readFrom(opened, into);
        }
        try (opened) {
            return readFrom(opened, into);
        } catch (IOException e) {
            return Outcome.GONE;
        }
    }

    private static Outcome readFrom(FileChannel channel, ProcText into) {
        try {
            into.read(channel);
            return into.length() == 0 ? Outcome.GONE : Outcome.READ;
        } catch (IOException e) {
            return Outcome.GONE;
        }
    }

    /** Whether it is kept open, and so can speak of nobody else. */
    public boolean kept() {
        return kept != null;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        if (kept == null) {
            return;
        }
        try {
            kept.close();
        } catch (IOException e) {
            // A file that was only read has nothing to lose.
        }
        kept = null;
        files.giveBack();
    }
}
