package coreloom.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens the bytes of a session file. */
final class SessionStream {
    private SessionStream() {}

    static InputStream open(Path file) throws SessionFormatException {
        if (Files.isDirectory(file)) {
            throw new SessionFormatException(file + " is a folder: name a session file in it.");
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new SessionFormatException(sentence(file, e));
        }
    }

    private static String sentence(Path file, IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return file + " does not exist: name a file that was recorded with --record or the key r.";
        }
        if (fault instanceof AccessDeniedException) {
            return file + " cannot be read because permission is denied: ask its owner, or make it readable with chmod.";
        }
        return file + " cannot be read (" + reason(fault) + "): copy it to another disk and replay the copy.";
    }

    /** Why, in the system's words. */
    static String reason(IOException fault) {
        String words = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return words == null ? fault.getClass().getSimpleName() : words;
    }
}
