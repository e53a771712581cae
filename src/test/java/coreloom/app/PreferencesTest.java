package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.view.Golden;
import coreloom.view.Key;
import coreloom.view.Keymap;
import coreloom.view.Wishes.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration: what it says is done, the environment comes before it, and what is wrong is one sentence with its line. */
class PreferencesTest {
    @TempDir
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    private Preferences read(String text) throws IOException, BadInput {
        Path file = home.resolve(".config/coreloom/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return read();
    }

    private Preferences read() throws BadInput {
        environment.put("HOME", home.toString());
        return PreferencesReader.read(environment);
    }

    @Test
    void withoutAFileEverythingIsAsItCame() throws BadInput {
        Preferences preferences = read();
        assertEquals(1_000_000_000L, preferences.periodNanos());
        assertEquals(Optional.empty(), preferences.profile());
        assertEquals(Units.DECIMAL, preferences.wishes().units());
        assertEquals(Preferences.NONE, PreferencesReader.read(Map.of()), "nor without a home");
    }

    @Test
    void theFileIsObeyed() throws Exception {
        Preferences preferences = read("profile = \"gil\"\nperiod = \"500ms\"\nunits = \"binary\"\n[keys]\nquit = \"x\"\nback = \"pageup\"\n");
        assertEquals(Optional.of("gil"), preferences.profile());
        assertEquals(500_000_000L, preferences.periodNanos());
        assertEquals(Units.BINARY, preferences.wishes().units());
        assertEquals(Key.of('x'), preferences.keys().key("quit"));
        assertEquals(Key.of(Key.Kind.PAGE_UP), preferences.keys().key("back"));
        assertEquals(Key.of('?'), preferences.keys().key("help"));
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws Exception {
        environment.put("CORELOOM_PERIOD", "2s");
        Preferences preferences = read("period = \"500ms\"\ntheme = \"light\"\n");
        assertEquals(2_000_000_000L, preferences.periodNanos());
        assertTrue(preferences.fromEnvironment(Preference.PERIOD));
        assertEquals("light", preferences.value(Preference.THEME));
    }

    @Test
    void theFolderIsThatOfTheXdgSpecification() throws Exception {
        Path folder = home.resolve("other/coreloom");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.toml"), "profile = \"io\"\n");
        environment.put("XDG_CONFIG_HOME", home.resolve("other").toString());
        assertEquals(Optional.of("io"), read("profile = \"gil\"\n").profile());
        environment.put("XDG_CONFIG_HOME", "not/absolute");
        assertEquals(Optional.of("gil"), read().profile());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "period = \"1ms\"|1: period must be a length of time from 100ms to 1m, such as \"500ms\", but is \"1ms\".",
        "#\\nperiod = 5|2: period must be a length of time from 100ms to 1m, such as \"500ms\", but is 5.",
        "perod = \"1s\"|1: the configuration has no key \"perod\"; did you mean period?",
        "color = \"pink\"|1: color must be one of auto, never, 16, 256, truecolor, but is \"pink\".",
        "theme = \"\"|1: theme must be one of auto, dark, light, but is \"\".",
        "units = [\"si\"]|1: units must be decimal or binary, but is a list.",
        "keys = \"vi\"|1: keys must be a table, begun by [keys], but is \"vi\".",
        "[keys]\\nqit = \"x\"|2: [keys] has no key \"qit\"; did you mean quit?",
        "[keys]\\n\\nquit = \"ctrl-c\"|3: quit must be one character, or space, left, right, up, down, home, end, pageup, pagedown, tab, shift-left, shift-right or ctrl- and a letter "
            + "that terminals tell from other keys, but is \"ctrl-c\".",
        "[keys]\\nquit = \"1\"|2: quit must not be a digit: those start profiles, but is \"1\".",
        "[keys]\\nhelp = \"x\"\\npause = \"q\"|3: the key \"q\" is that of quit too; give one of them another.",
        "period = |1: is not TOML"})
    void whatIsWrongIsOneSentenceWithItsLine(String text, String sentence) {
        String problem = assertThrows(BadInput.class, () -> read(text.replace("\\n", "\n"))).getMessage();
        String place = home.resolve(".config/coreloom/config.toml") + ", line ";
        if (sentence.contains("is not TOML")) {
            assertTrue(problem.startsWith(place + "1: is not TOML: "), problem);
        } else {
            assertEquals(place + sentence, problem);
        }
    }

    @Test
    void whatIsWrongInTheEnvironmentIsASentenceToo() {
        environment.put("CORELOOM_UNITS", "feet\u001b");
        String problem = assertThrows(BadInput.class, this::read).getMessage();
        assertEquals("CORELOOM_UNITS must be decimal or binary, but is \"feet\\u001b\".", problem);
    }

    @Test
    void aFolderInItsPlaceIsASentence() throws IOException {
        Path file = home.resolve(".config/coreloom/config.toml");
        Files.createDirectories(file);
        assertEquals(file + ": cannot be read, Is a directory.", assertThrows(BadInput.class, this::read).getMessage());
    }

    @Test
    void whatIsPrintedIsAFileThatPutsTheSameIntoEffect() throws Exception {
        Preferences preferences = read("profile = \"a \\\"b\\\" \\\\\"\nperiod = \"500ms\"\n[keys]\nquit = \"\\\\\"\nfaster = \"\\\"\"\n");
        Preferences again = read(ConfigCommand.text(preferences));
        for (Preference preference : Preference.values()) {
            assertEquals(preferences.value(preference), again.value(preference));
        }
        for (String name : Keymap.names()) {
            assertEquals(preferences.keys().key(name), again.keys().key(name));
        }
    }

    @Test
    void theConfigurationAsItCameIsAsAgreed() throws IOException {
        Golden.check("help/config-printed.txt", ConfigCommand.text(Preferences.NONE));
    }
}
