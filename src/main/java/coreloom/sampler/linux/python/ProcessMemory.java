package coreloom.sampler.linux.python;

import coreloom.sampler.linux.OpenFiles;
import coreloom.sampler.linux.Outcome;
import coreloom.sampler.linux.elf.Bytes;
import coreloom.sampler.linux.elf.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The memory of a process through {@code /proc/PID/mem}: an address is a place in the file. {@link #open} keeps it open while the budget of
 * open files lasts; beyond it, it is opened for each reading. A kept-open file belongs to the program that ran when it was opened: once
 * that has ended or was replaced by another (exec), every reading fails. A reading through it into a direct buffer allocates nothing. For
 * one thread.
 */
final class ProcessMemory implements Bytes, AutoCloseable {
    private final Path path;
    private final OpenFiles files;
    private FileBytes kept;

    ProcessMemory(Path path, OpenFiles files) {
        this.path = path;
        this.files = files;
    }

    Path path() {
        return path;
    }

    /** Tries whether it may be read. */
    Outcome open() {
        if (kept != null) {
            return Outcome.READ;
        }
        FileBytes opened;
        try {
            opened = FileBytes.open(path);
        } catch (IOException e) {
            return Outcome.ofRefusal(e, path);
        }
        if (files.take()) {
            kept = opened;
        } else {
            close(opened);
        }
        return Outcome.READ;
    }

    /** A place that is not mapped cannot be read, as if nothing were there. */
    @Override
    public boolean read(long address, ByteBuffer into) {
        try {
            if (kept != null) {
                return kept.read(address, into);
            }
            try (FileBytes opened = FileBytes.open(path)) {
                return opened.read(address, into);
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (kept != null) {
            close(kept);
            kept = null;
            files.giveBack();
        }
    }

    private static void close(FileBytes opened) {
        try {
            opened.close();
        } catch (IOException e) {
            // A file that was only read has nothing to lose.
        }
    }
}
