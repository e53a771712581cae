package coreloom.workload;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** One table of a profile's file: typed values of known keys, or a sentence with file, line and key. */
record Section(ProfileFile file, String name, TomlTable table, List<String> knownKeys) {
    private static final int SHOWN_CHARACTERS = 40;

    /** Refuses the first key that is not known. */
    void refuseUnknownKeys() throws Refusal {
        for (String key : table.keySet()) {
            if (!knownKeys.contains(key)) {
                String meant = Nearest.of(key, knownKeys).map(near -> "did you mean " + near + "?")
                        .orElse("known are " + String.join(", ", knownKeys) + ".");
                throw refusal(key, name + " has no key " + quoted(key) + "; " + meant);
            }
        }
    }

    Optional<String> text(String key, String rule) throws Refusal {
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
    Refusal wrong(String key, String rule) {
        return refusal(key, key + " " + rule + ", but is " + shown(table.get(List.of(key))) + ".");
    }

    /** A sentence about the line of that key. */
    Refusal refusal(String key, String sentence) {
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
