package coreloom.view;

import java.util.Locale;
import java.util.Objects;

/**
 * Which names are meant: those that contain the text, in whatever case; {@code *} stands for anything, {@code ?} for one character, and a
 * {@code !} before it all turns it round.
 *
 * @param text   as typed
 * @param folded in lower case, without the {@code !}
 * @param inverse whether the names that match are those that are not meant
 */
public record NamePattern(String text, String folded, boolean inverse) {
    public static final NamePattern ANY = of("");

    public NamePattern {
        Objects.requireNonNull(text);
        Objects.requireNonNull(folded);
    }

    /** The pattern that somebody typed; blanks around it do not count. */
    public static NamePattern of(String typed) {
        String text = typed.strip();
        boolean inverse = text.startsWith("!");
        return new NamePattern(text, text.substring(inverse ? 1 : 0).toLowerCase(Locale.ROOT), inverse);
    }

    /** Whether every name is meant. */
    boolean any() {
        return folded.isEmpty();
    }

    /** Whether that name is meant. Allocates nothing. */
    boolean matches(CharSequence name) {
        return any() || contains(name) != inverse;
    }

    private boolean contains(CharSequence name) {
        for (int start = 0; start <= name.length(); start++) {
            if (matchesAt(name, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pattern matches from there on, with anything behind it; goes back to the last {@code *} where it does not. */
    private boolean matchesAt(CharSequence name, int start) {
        int at = start;
        int in = 0;
        int star = -1;
        int resume = start;
        while (in < folded.length()) {
            char wanted = folded.charAt(in);
            if (wanted == '*') {
                star = in++;
                resume = at;
            } else if (at < name.length() && (wanted == '?' || wanted == Character.toLowerCase(name.charAt(at)))) {
                in++;
                at++;
            } else if (star >= 0 && resume < name.length()) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return true;
    }
}
