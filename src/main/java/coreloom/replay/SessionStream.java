package coreloom.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
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
            return expanded(Files.newInputStream(file), file.toString().endsWith(".gz"));
        } catch (IOException e) {
            throw new SessionFormatException(sentence(file, e));
        }
    }

    /** The lines of a stream that may be compressed; one that is called so is, whatever its first bytes became. */
    static InputStream expanded(InputStream in, boolean calledSo) throws IOException {
        byte[] head = in.readNBytes(2);
        boolean compressed = head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        PushbackInputStream whole = new PushbackInputStream(in, 2);
        whole.unread(head);
        return compressed || calledSo && head.length > 0 ? new GzipStream(whole) : whole;
    }

    /** Whether the lines read last were compressed. */
    static boolean compressed(InputStream lines) {
        return lines instanceof GzipStream || lines instanceof PieceStream pieces && pieces.compressed();
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
