package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files that say what a screen looks like. {@code make golden} writes them anew; they are read in review like code. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources");

    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    private Golden() {}

    /** Fails when the text is not that of the file; with {@code -Dgolden.update=true} writes the file, once: two pictures need two. */
    public static void check(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update") && WRITTEN.add(file)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertEquals(Files.readString(path), text, "the picture is not that of " + path + "; if it should be, run: make golden");
    }
}
