package coreloom.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a session goes to. A plain one is made on the spot and must not have been there; a pipe or a device is opened by the first
 * write, because opening a pipe waits for its reader.
 */
final class SessionFile implements LineSink {
    private final Path file;
    private final boolean plain;
    private OutputStream out;

    private SessionFile(Path file, boolean plain, OutputStream out) {
        this.file = file;
        this.plain = plain;
        this.out = out;
    }

    static SessionFile claim(Path file) throws RecordingException {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + " is a folder: record to a file in it, such as " + file.resolve("session.jsonl") + ".");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new SessionFile(file, false, null);
        }
        try {
            return new SessionFile(file, true, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new RecordingException(sentence(file, e));
        }
    }

    private static String sentence(Path file, IOException fault) {
        if (fault instanceof FileAlreadyExistsException) {
            return file + " exists already and is not overwritten: record to another file or remove this one.";
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
        String words = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return words == null ? fault.getClass().getSimpleName() : words;
    }

    @Override
    public void write(JsonLine line) throws IOException {
        if (out == null) {
            out = Files.newOutputStream(file, StandardOpenOption.WRITE);
        }
        line.writeTo(out);
        if (plain && Files.notExists(file)) {
            throw new IOException("the file was removed");
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
