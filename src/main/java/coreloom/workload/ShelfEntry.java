package coreloom.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A file on the shelf as it was when it was last looked into.
 *
 * @param stamp   tells whether the file has changed since
 * @param profile the last good one that was in it
 * @param trouble why it is not good now, one sentence; empty when it is
 */
record ShelfEntry(Optional<Stamp> stamp, Optional<Profile> profile, String trouble) {
    /** What changes when somebody edits a file; the file key tells a file that was put in another's place. */
    record Stamp(FileTime time, long sizeBytes, Optional<Object> fileKey) {
        /** Empty when the file cannot be asked. */
        static Optional<Stamp> of(Path path) {
            try {
                BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(new Stamp(file.lastModifiedTime(), file.size(), Optional.ofNullable(file.fileKey())));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        boolean same(Stamp other) {
            return sizeBytes == other.sizeBytes && time.equals(other.time) && fileKey.equals(other.fileKey);
        }
    }

    ShelfEntry {
        Objects.requireNonNull(stamp);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(trouble);
    }

    /** Whether the file has not been touched since. */
    boolean isAsIn(Path path) {
        Optional<Stamp> now = Stamp.of(path);
        return now.isPresent() && stamp.isPresent() && now.get().same(stamp.get());
    }

    /** Looks into the file; where it is wrong, the profile that {@code earlier} was good with stays. */
    static ShelfEntry read(ProfileReader reader, Path path, ShelfEntry earlier) {
        Optional<Stamp> stamp = Stamp.of(path);
        try {
            return new ShelfEntry(stamp, Optional.of(reader.read(path)), "");
        } catch (Refusal e) {
            return new ShelfEntry(stamp, earlier == null ? Optional.empty() : earlier.profile(), e.getMessage());
        }
    }
}
