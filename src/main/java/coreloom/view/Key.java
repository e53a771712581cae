package coreloom.view;

/**
 * One key press.
 *
 * @param kind      which key
 * @param character the character typed, for {@link Kind#CHARACTER}; 0 for the others
 */
public record Key(Kind kind, char character) {
    /** The keys the view knows. Whatever else a terminal sends is swallowed before it gets here. */
    public enum Kind { CHARACTER, LEFT, RIGHT, UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER, ESCAPE, TAB, BACKSPACE, SHIFT_LEFT, SHIFT_RIGHT }

    public static Key of(char character) {
        return new Key(Kind.CHARACTER, character);
    }

    public static Key of(Kind kind) {
        return new Key(kind, (char) 0);
    }
}
