package coreloom.workload;

import java.util.stream.Collectors;

/** Why something that a person asked for was not done; its message is one sentence: what is wrong, where, and what to do. */
public final class Refusal extends Exception {
    /** The sentence may quote what came from outside: control characters in it are made visible. */
    public Refusal(String sentence) {
        super(visible(sentence));
    }

    private static String visible(String text) {
        return text.codePoints().mapToObj(Refusal::visible).collect(Collectors.joining());
    }

    private static String visible(int character) {
        return Character.isISOControl(character) ? String.format("\\u%04x", character) : Character.toString(character);
    }
}
