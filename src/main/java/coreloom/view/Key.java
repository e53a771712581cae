package coreloom.view;

import java.util.Map;
import java.util.Optional;

/**
 * One key press.
 *
 * @param kind      which key
 * @param character the character typed, for {@link Kind#CHARACTER}; 0 for the others
 */
public record Key(Kind kind, char character) {
    /** The keys the view knows. Whatever else a terminal sends is swallowed before it gets here. */
    public enum Kind { CHARACTER, LEFT, RIGHT, UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER, ESCAPE, TAB, BACKSPACE, SHIFT_LEFT, SHIFT_RIGHT }

    /** A press that means nothing. */
    static final Key NOTHING = Key.of('\0');

    private static final Map<String, Key> WORDS = Map.ofEntries(Map.entry("space", of(' ')), Map.entry("left", of(Kind.LEFT)),
            Map.entry("right", of(Kind.RIGHT)), Map.entry("up", of(Kind.UP)), Map.entry("down", of(Kind.DOWN)), Map.entry("home", of(Kind.HOME)),
            Map.entry("end", of(Kind.END)), Map.entry("pageup", of(Kind.PAGE_UP)), Map.entry("pagedown", of(Kind.PAGE_DOWN)),
            Map.entry("tab", of(Kind.TAB)), Map.entry("shift-left", of(Kind.SHIFT_LEFT)), Map.entry("shift-right", of(Kind.SHIFT_RIGHT)));
    private static final String CONTROL = "ctrl-";
    /** Terminals send the same for these and for other keys, or they have a meaning that cannot be taken from them. */
    private static final String NO_CONTROL = "chijmz";

    /** The key that people write so: a character, a word such as {@code left} or {@code pageup}, or {@code ctrl-l}; empty for none. */
    public static Optional<Key> named(String text) {
        if (text.startsWith(CONTROL) && text.length() == CONTROL.length() + 1) {
            char letter = text.charAt(CONTROL.length());
            return letter >= 'a' && letter <= 'z' && NO_CONTROL.indexOf(letter) < 0 ? Optional.of(of((char) (letter - 'a' + 1))) : Optional.empty();
        }
        boolean printable = text.length() == 1 && text.charAt(0) > ' ' && !Character.isISOControl(text.charAt(0))
                && !Character.isSurrogate(text.charAt(0));
        return printable ? Optional.of(of(text.charAt(0))) : Optional.ofNullable(WORDS.get(text));
    }

    /** How people write it: what {@link #named} reads. */
    public String word() {
        if (kind == Kind.CHARACTER && character != ' ') {
            return character < ' ' ? CONTROL + (char) (character + 'a' - 1) : Character.toString(character);
        }
        return WORDS.entrySet().stream().filter(word -> word.getValue().equals(this)).map(Map.Entry::getKey).findFirst().orElse("");
    }

    public static Key of(char character) {
        return new Key(Kind.CHARACTER, character);
    }

    public static Key of(Kind kind) {
        return new Key(kind, (char) 0);
    }
}
