package coreloom.sampler.source;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The machine that is looked at.
 *
 * @param root   {@code /}, or a tree like it
 * @param target the process that somebody wants to watch; empty for any
 */
record Place(Path root, OptionalInt target) {
    Sight sight(String file) {
        return Sight.of(root.resolve(file));
    }

    /** A file of the process to watch, or where none is named, of our own. */
    String ofProcess(String file) {
        return "proc/" + (target.isPresent() ? String.valueOf(target.getAsInt()) : "self") + "/" + file;
    }

    /** The same of that process's first thread. */
    String ofThread(String file) {
        return target.isPresent() ? ofProcess("task/" + target.getAsInt() + "/" + file) : "proc/thread-self/" + file;
    }
}
