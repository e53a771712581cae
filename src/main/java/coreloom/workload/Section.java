package coreloom.workload;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** One table of a TOML file: typed values of known keys, or a sentence with file, line and key. */
public record Section(ProfileFile file, String name, TomlTable table, List<String> knownKeys) {
    private static final int SHOWN_CHARACTERS = 40;

    /**
     * The whole of a file's text.
     *
     * @param name what the file is, for sentences: {@code a profile}
     * @throws Refusal where it is no TOML
     */
    public static Section of(ProfileFile file, String text, String name, List<String> knownKeys) throws Refusal {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw file.refusal(error.position().line(), "is not TOML: " + error.getMessage() + ".");
        }
        return new Section(file, name, result, knownKeys);
    }

    /** The table of that key, whose own keys are these; empty when it is not there. */
    public Optional<Section> table(String key, List<String> itsKeys) throws Refusal {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof TomlTable inner) {
            return Optional.of(new Section(file, "[" + key + "]", inner, itsKeys));
        }
        throw wrong(key, "must be a table, begun by [" + key + "]");
    }

    /** Refuses the first key that is not known. */
    public void refuseUnknownKeys() throws Refusal {
        for (String key : table.keySet()) {
            if (!knownKeys.contains(key)) {
                String meant = Nearest.of(key, knownKeys).map(near -> "did you mean " + near + "?")
                        .orElse("known are " + String.join(", ", knownKeys) + ".");
                throw refusal(key, name + " has no key " + quoted(key) + "; " + meant);
            }
        }
    }

    /** The text of that key; empty when it is not there. */
    public Optional<String> text(String key, String rule) throws Refusal {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(key, rule);
    }

    Optional<String> word(WordSetting setting) throws Refusal {
        Optional<String> word = text(setting.key(), setting.rule());
        if (word.isPresent() && !setting.allows(word.get())) {
            throw wrong(setting.key(), setting.rule());
        }
        return word;
    }

    Optional<List<String>> texts(String key, String rule) throws Refusal {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof TomlArray list && list.toList().stream().allMatch(String.class::isInstance)) {
            return Optional.of(list.toList().stream().map(String.class::cast).toList());
        }
        throw wrong(key, rule);
    }

    OptionalLong number(Setting setting) throws Refusal {
        OptionalLong number = number(setting.key(), setting.rule());
        if (number.isPresent() && !setting.allows(number.getAsLong())) {
            throw wrong(setting.key(), setting.rule());
        }
        return number;
    }

    OptionalLong number(String key, String rule) throws Refusal {
        Object value = table.get(List.of(key));
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long number) {
            return OptionalLong.of(number);
        }
        throw wrong(key, rule);
    }

    /** Refuses the value of that key. */
    public Refusal wrong(String key, String rule) {
        return refusal(key, key + " " + rule + ", but is " + shown(table.get(List.of(key))) + ".");
    }

    /** A sentence about the line of that key. */
    public Refusal refusal(String key, String sentence) {
        return file.refusal(line(key), sentence);
    }

    int line(String key) {
        return table.inputPositionOf(List.of(key)).line();
    }

    private static String shown(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof TomlTable) {
            return "a table";
        }
        return value instanceof TomlArray ? "a list" : value.toString();
    }

    static String quoted(String text) {
        return '"' + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text) + '"';
    }
}
