package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How an attempt to read a file of {@code /proc} ended. */
public enum Outcome {
    /** It was read, and understood. */
    READ,
    /** Whom the file speaks of has gone, or the kernel has no such file. */
    GONE,
    /** We may not read it. */
    DENIED,
    /** It is there, but no further file can be opened. */
    NO_FILES,
    /** It was read, and not understood. */
    UNCLEAR;

    /**
     * Why a file or directory could not be opened. The reason in the exception is in the user's language, and a hidden process answers
     * "not permitted" even to the question whether it exists, so what can still be asked decides.
     */
    public static Outcome ofRefusal(IOException refusal, Path path) {
        if (refusal instanceof NoSuchFileException) {
            return GONE;
        }
        if (refusal instanceof AccessDeniedException) {
            return DENIED;
        }
        if (Files.exists(path)) {
            return NO_FILES;
        }
        return Files.notExists(path) ? GONE : DENIED;
    }
}
