package coreloom.app;

import coreloom.view.Key;
import coreloom.view.Keymap;
import coreloom.workload.ProfileFile;
import coreloom.workload.Refusal;
import coreloom.workload.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a person has set: the environment comes before {@code coreloom/config.toml} in the folder for configuration. */
final class PreferencesReader {
    private static final String KEYS = "keys";
    private static final String KEY_RULE = "must be one character, or space, left, right, up, down, home, end, pageup, pagedown, tab, shift-left, shift-right or ctrl- "
            + "and a letter that terminals tell from other keys";
    private static final String DIGIT_RULE = "must not be a digit: those start profiles";

    private final Map<String, String> environment;
    private final Map<Preference, Preferences.Chosen> chosen = new EnumMap<>(Preference.class);

    private PreferencesReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws BadInput with one sentence, where something in the file or the environment is wrong */
    static Preferences read(Map<String, String> environment) throws BadInput {
        try {
            return new PreferencesReader(environment).read();
        } catch (Refusal e) {
            throw new BadInput(e.getMessage());
        }
    }

    private Preferences read() throws Refusal, BadInput {
        Optional<Path> path = FirstRun.folder(environment, "XDG_CONFIG_HOME", ".config").map(folder -> folder.resolve("coreloom/config.toml"));
        Keymap keys = Keymap.PRESET;
        // Without a file nothing of the reader is loaded: most starts are such, and somebody waits for the first frame.
        if (path.isPresent() && Files.exists(path.get())) {
            ProfileFile file = new ProfileFile(path.get());
            List<String> known = new ArrayList<>(Arrays.stream(Preference.values()).map(Preference::key).toList());
            known.add(KEYS);
            Section top = Section.of(file, file.read(), "the configuration", known);
            top.refuseUnknownKeys();
            for (Preference preference : Preference.values()) {
                take(top, preference);
            }
            Optional<Section> table = top.table(KEYS, Keymap.names());
            keys = table.isPresent() ? keymap(table.get()) : keys;
        }
        for (Preference preference : Preference.values()) {
            takeFromEnvironment(preference);
        }
        return new Preferences(path, chosen, keys);
    }

    private void take(Section top, Preference preference) throws Refusal {
        Optional<String> value = top.text(preference.key(), preference.rule());
        if (value.isPresent() && !preference.allows(value.get())) {
            throw top.wrong(preference.key(), preference.rule());
        }
        value.ifPresent(text -> chosen.put(preference, new Preferences.Chosen(text, false)));
    }

    private void takeFromEnvironment(Preference preference) throws BadInput {
        String value = environment.getOrDefault(preference.variable(), "");
        if (!value.isEmpty() && !preference.allows(value)) {
            throw new BadInput(new Refusal(preference.variable() + " " + preference.rule() + ", but is \"" + value + "\".").getMessage());
        }
        if (!value.isEmpty()) {
            chosen.put(preference, new Preferences.Chosen(value, true));
        }
    }

    private static Keymap keymap(Section table) throws Refusal {
        table.refuseUnknownKeys();
        Map<String, Key> wanted = new LinkedHashMap<>();
        for (String name : Keymap.names()) {
            Optional<String> text = table.text(name, KEY_RULE);
            if (text.isPresent()) {
                Key key = Key.named(text.get()).orElseThrow(() -> table.wrong(name, KEY_RULE));
                if (key.character() >= '0' && key.character() <= '9') {
                    throw table.wrong(name, DIGIT_RULE);
                }
                wanted.put(name, key);
            }
        }
        Keymap keys = Keymap.of(wanted);
        if (keys.clash().isPresent()) {
            String name = keys.clash().get();
            throw table.refusal(name, "the key \"" + keys.key(name).word() + "\" is that of " + keys.sharing(name).orElseThrow()
                    + " too; give one of them another.");
        }
        return keys;
    }
}
