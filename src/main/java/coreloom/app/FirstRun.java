package coreloom.app;

import coreloom.view.Keymap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody sees the dashboard for the first time: a file in the folder for state remembers that it was used. Where the file cannot
 * be written the hint comes again; nothing fails for it.
 *
 * @param mark the file; empty where nothing can be remembered, and then there is no first time
 */
record FirstRun(Optional<Path> mark) {
    /** Somebody who knows the dashboard. */
    static final FirstRun NEVER = new FirstRun(Optional.empty());

    /** By {@code XDG_STATE_HOME}, else below {@code HOME}. */
    static FirstRun of(Map<String, String> environment) {
        return new FirstRun(folder(environment, "XDG_STATE_HOME", ".local/state").map(folder -> folder.resolve("coreloom/dashboard-used")));
    }

    /** A folder by the XDG Base Directory Specification: a path that is not absolute counts as not given. */
    static Optional<Path> folder(Map<String, String> environment, String variable, String belowHome) {
        try {
            Path given = Path.of(environment.getOrDefault(variable, ""));
            Path home = Path.of(environment.getOrDefault("HOME", ""));
            return given.isAbsolute() ? Optional.of(given) : home.isAbsolute() ? Optional.of(home.resolve(belowHome)) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** What the last line but one says until the first key. */
    static String hint(Keymap keys) {
        return "New here? Press " + keys.key("help").word() + " for the keys, and " + keys.key("explain").word()
                + " to have each panel explained.";
    }

    boolean first() {
        return mark.isPresent() && !Files.exists(mark.get());
    }

    /** Remembers that it is no longer the first time, if that can be. Waits for the disk. */
    void over() {
        try {
            if (mark.isPresent()) {
                Files.createDirectories(mark.get().getParent());
                Files.writeString(mark.get(), "Coreloom's hint for the first run was shown. Remove this file to see it again.\n");
            }
        } catch (IOException notHere) {
            // Then the next run is the first once more.
        }
    }
}
