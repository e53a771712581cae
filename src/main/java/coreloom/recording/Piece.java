package coreloom.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file of a recording, or a pipe or a device; compressed when its name ends so. Used by the writer thread. */
final class Piece implements Closeable {
    private final Path file;
    private final boolean plain;
    private final FileChannel channel;
    private final GzipMembers gzip;
    private boolean entrySynced;

    private Piece(Path file, boolean plain, FileChannel channel) {
        this.file = file;
        this.plain = plain;
        this.channel = channel;
        gzip = file.toString().endsWith(".gz") ? new GzipMembers() : null;
    }

    /** Makes a file that must not be there. */
    static Piece create(Path file) throws IOException {
        return new Piece(file, true, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Opens a pipe or a device, which may wait for its reader. */
    static Piece openThere(Path file) throws IOException {
        return new Piece(file, false, FileChannel.open(file, StandardOpenOption.WRITE));
    }

    Path file() {
        return file;
    }

    /**
     * Hands the line to the system.
     *
     * @return bytes written
     */
    long write(JsonLine line) throws IOException {
        long bytes = write(gzip == null ? line.buffer() : gzip.add(line));
        if (plain && Files.notExists(file)) {
            throw new IOException("the file was removed");
        }
        return bytes;
    }

    private long write(ByteBuffer bytes) throws IOException {
        long all = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return all;
    }

    /** A pipe or a device has nothing to sync. */
    void sync() throws IOException {
        if (plain) {
            channel.force(false);
            syncEntry();
        }
    }

    /** A new file is found after a power cut when its folder is synced too; a system that does not sync folders does without. */
    private void syncEntry() {
        if (!entrySynced) {
            entrySynced = true;
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            } catch (IOException notHere) {
                entrySynced = true;
            }
        }
    }

    /** Ends the file; a compressed one so that gzip finds it whole. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (gzip != null && channel.isOpen()) {
                write(gzip.end());
                gzip.close();
            }
        }
    }
}
