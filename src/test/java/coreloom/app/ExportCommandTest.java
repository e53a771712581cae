package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of a recorded session, at the time that was asked for. */
class ExportCommandTest {
    private static final String SESSION = "src/test/resources/sessions/v1.jsonl";

    @TempDir
    private Path folder;

    private String export(String... more) throws IOException {
        Path file = folder.resolve("picture.svg");
        List<String> arguments = new ArrayList<>(List.of("export", SESSION, "--to", "svg", "--output", file.toString()));
        arguments.addAll(List.of(more));
        assertEquals(0, Main.commandLine().execute(arguments.toArray(String[]::new)));
        return Files.readString(file);
    }

    @Test
    void theEndOfASessionAndAMomentBeforeAreTwoPictures() throws IOException {
        String end = export("--size", "80x24");
        String before = export("--size", "80x24", "--at", "1s");
        assertTrue(end.contains("v1.jsonl") && before.contains("v1.jsonl"), "the header names the session");
        assertNotEquals(end, before);
        assertEquals(end, export("--size", "80x24", "--at", "1h"), "a time behind the end is the end");
    }

    @Test
    void aPictureForOneBackgroundHasNoOther() throws IOException {
        assertTrue(export().contains("@media"));
        assertTrue(!export("--theme", "dark").contains("@media"));
        assertTrue(export("--theme", "light", "--panel", "budget").contains("idle budget"));
    }
}
