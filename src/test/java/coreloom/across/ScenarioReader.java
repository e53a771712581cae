package coreloom.across;

import coreloom.snapshot.ScriptedSource;
import coreloom.view.Key;
import coreloom.view.Picture;
import coreloom.view.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads a scenario.
 *
 * <pre>
 *   cores = 2                        of the machine, idle until said otherwise
 *   snapshots = 10                   how many are taken
 *   period_ms = 1000                 time between them
 *   source = "io.jsonl"              in the header instead of the profiles
 *   replay = true                    whether it is a recorded session
 *   recording = "run.jsonl"          what is recorded into
 *   notice = "..."                   the sentence above the footer
 *   keys = "space left left"         pressed at the end
 *   beside = "replay"                another scenario, the session that is played in step with this one
 *   shift_ms = 2000                  how much later it is shown than both begin
 *
 *   [[at]]                           what changes, and when: see {@link ScenarioChange}
 *   snapshot = 0
 * </pre>
 *
 * A word that means nothing fails the test, so that no scenario says less than it seems to.
 */
final class ScenarioReader {
    private static final Set<String> WORDS = Set.of("cores", "snapshots", "period_ms", "source", "replay", "recording", "notice",
            "keys", "beside", "shift_ms", "at");

    private ScenarioReader() {}

    static Scenario read(Path file) throws IOException {
        TomlParseResult toml = Toml.parse(file);
        if (toml.hasErrors()) {
            throw new IllegalArgumentException(file + ": " + toml.errors().get(0));
        }
        onlyKnown(toml, WORDS, file.toString());
        int cores = number(toml, "cores", 2);
        ScriptedSource source = ScriptedSource.cores(cores).lasting(number(toml, "snapshots", 10))
                .every(Duration.ofMillis(number(toml, "period_ms", 1000)));
        TomlArray changes = toml.getArrayOrEmpty("at");
        for (int i = 0; i < changes.size(); i++) {
            ScenarioChange change = new ScenarioChange(changes.getTable(i), file + ", change " + (i + 1));
            source.at(number(changes.getTable(i), "snapshot", 0), change::apply);
        }
        return new Scenario(source, around(toml, cores), keys(toml), beside(toml, file));
    }

    private static Optional<Scenario.Beside> beside(TomlTable toml, Path file) throws IOException {
        if (!toml.contains("beside")) {
            return Optional.empty();
        }
        String name = toml.getString("beside");
        Scenario other = read(file.resolveSibling(name + ".toml"));
        return Optional.of(new Scenario.Beside(name + ".jsonl", other, number(toml, "shift_ms", 0) * 1_000_000L));
    }

    private static Surroundings around(TomlTable toml, int cores) {
        String watched = toml.getString("source", () -> "");
        return new Surroundings(watched.isEmpty() ? Picture.AROUND.profiles() : List.of(), watched, cores, Picture.AROUND.periodNanos(),
                Optional.ofNullable(toml.getString("recording")), toml.getBoolean("replay", () -> false),
                toml.getString("notice", () -> ""));
    }

    private static List<Key> keys(TomlTable toml) {
        return Arrays.stream(toml.getString("keys", () -> "").split(" ")).filter(word -> !word.isEmpty()).map(ScenarioReader::key).toList();
    }

    private static Key key(String word) {
        return word.equals("space") ? Key.of(' ') : word.length() == 1 ? Key.of(word.charAt(0))
                : Key.of(Key.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    static int number(TomlTable table, String word, int otherwise) {
        return (int) table.getLong(word, () -> otherwise);
    }

    static void onlyKnown(TomlTable table, Set<String> words, String where) {
        for (String word : table.keySet()) {
            if (!words.contains(word)) {
                throw new IllegalArgumentException(where + ": \"" + word + "\" means nothing here; known are " + words);
            }
        }
    }
}
