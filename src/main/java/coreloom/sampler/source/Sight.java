package coreloom.sampler.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of reading a small file.
 *
 * @param text   its text; empty when it could not be read
 * @param denied whether it is there but may not be read
 */
record Sight(Optional<String> text, boolean denied) {
    static Sight of(Path file) {
        try {
            return new Sight(Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip()), false);
        } catch (AccessDeniedException e) {
            return new Sight(Optional.empty(), true);
        } catch (IOException e) {
            // a file of /proc lets itself be opened, and refuses the reading; the reason is told in the user's language
            return new Sight(Optional.empty(), Files.exists(file));
        }
    }

    /** The value of the line that begins with that word and a colon; empty when there is none. */
    Optional<String> value(String key) {
        return text.flatMap(all -> all.lines().filter(line -> line.startsWith(key + ":")).findFirst())
                .map(line -> line.substring(key.length() + 1).strip());
    }
}
