package coreloom.workload.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A command line of names and values, {@code --threads 4}. Every fault is a sentence in an {@link IllegalArgumentException}. */
final class Arguments {
    private final Map<String, String> left = new LinkedHashMap<>();

    Arguments(String... words) {
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--")) {
                throw new IllegalArgumentException("'" + words[i] + "' stands where an option such as --threads is expected.");
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " has no value.");
            }
            if (left.put(words[i].substring(2), words[i + 1]) != null) {
                throw new IllegalArgumentException(words[i] + " is given twice.");
            }
        }
    }

    /** Takes a value that must be there. */
    String text(String name) {
        String value = left.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing.");
        }
        return value;
    }

    /** Whether that value is there. */
    boolean has(String name) {
        return left.containsKey(name);
    }

    /** Takes a whole number that must be there. */
    long number(String name, long min, long max) {
        String value = text(name);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException none) {
            // said below, as for a number out of range
        }
        throw new IllegalArgumentException("--" + name + " is '" + value + "', not a whole number from " + min + " to " + max + ".");
    }

    /** Takes a whole number, or {@code absent} where there is none. */
    long number(String name, long min, long max, long absent) {
        return has(name) ? number(name, min, max) : absent;
    }

    /** Takes one of the words of an enumeration, in small letters. */
    <E extends Enum<E>> E choice(String name, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        return word(name, value -> all.stream().filter(each -> word(each).equals(value)).findFirst(), all.stream().map(Arguments::word).toList());
    }

    /** Takes one of some words, for what it stands for. */
    <T> T word(String name, Function<String, Optional<T>> meaning, List<String> words) {
        String value = text(name);
        return meaning.apply(value).orElseThrow(() -> new IllegalArgumentException(
                "--" + name + " is '" + value + "', not one of: " + String.join(", ", words) + "."));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Refuses whatever has not been taken. */
    void refuseOthers() {
        for (String name : left.keySet()) {
            throw new IllegalArgumentException("--" + name + " is no option of a worker.");
        }
    }
}
