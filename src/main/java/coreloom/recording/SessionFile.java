package coreloom.recording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The file that a session goes to, or the pieces. A plain file is made on the spot and must not have been there; a pipe or a device is opened by
 * the first write, because opening a pipe waits for its reader.
 */
final class SessionFile implements LineSink {
    private final Path file;
    private final RecordingLimits limits;
    private final Deque<Path> kept = new ArrayDeque<>();
    private Piece current;
    private volatile int number = 1;
    private volatile long bytes;

    private SessionFile(Path file, RecordingLimits limits, Piece first) {
        this.file = file;
        this.limits = limits;
        current = first;
    }

    static SessionFile claim(Path file, RecordingLimits limits) throws RecordingException {
        refuseThere(file, limits);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new SessionFile(file, limits, null);
        }
        Path first = limits.pieces() ? new PieceNames(file).of(1) : file;
        try {
            return new SessionFile(file, limits, Piece.create(first));
        } catch (IOException e) {
            throw new RecordingException(sentence(first, e));
        }
    }

    private static void refuseThere(Path file, RecordingLimits limits) throws RecordingException {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + " is a folder: record to a file in it, such as " + file.resolve("session.jsonl") + ".");
        }
        if (limits.pieces() && Files.exists(file)) {
            throw new RecordingException(Files.isRegularFile(file) ? taken(file)
                    : file + " is a pipe or a device and cannot be cut into pieces: record to it without --record-max-size.");
        }
        if (limits.pieces() && !new PieceNames(file).there().isEmpty()) {
            throw new RecordingException(taken(new PieceNames(file).there().get(0)));
        }
    }

    private static String taken(Path file) {
        return file + " exists already and is not overwritten: record to another file or remove this one.";
    }

    private static String sentence(Path file, IOException fault) {
        if (fault instanceof FileAlreadyExistsException) {
            return taken(file);
        }
        if (fault instanceof NoSuchFileException) {
            return file + " cannot be made because its folder does not exist: make the folder first.";
        }
        if (fault instanceof AccessDeniedException) {
            return file + " cannot be made because permission is denied: record to a folder that you may write to.";
        }
        return file + " cannot be made (" + reason(fault) + "): record to another file.";
    }

    /** Why, in the system's words. */
    static String reason(IOException fault) {
        if (fault instanceof FileAlreadyExistsException there) {
            return there.getFile() + " exists already";
        }
        String words = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return words == null ? fault.getClass().getSimpleName() : words;
    }

    @Override
    public void write(JsonLine line) throws IOException {
        if (current == null) {
            current = Piece.openThere(file);
        }
        if (bytes > 0 && line.kind() == JsonLine.Kind.HEADER) {
            nextPiece();
        }
        bytes += current.write(line);
    }

    /** The number is told last, so that who has read it finds the size of that piece. */
    private void nextPiece() throws IOException {
        current.sync();
        current.close();
        kept.add(current.file());
        current = Piece.create(new PieceNames(file).of(number + 1));
        bytes = 0;
        number = number + 1;
        while (kept.size() >= limits.keep()) {
            Files.deleteIfExists(kept.remove());
        }
    }

    @Override
    public void sync() throws IOException {
        current.sync();
    }

    @Override
    public int piece() {
        return number;
    }

    @Override
    public long pieceBytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
