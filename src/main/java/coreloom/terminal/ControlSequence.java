package coreloom.terminal;

import coreloom.view.Key.Kind;

/** What is kept of a control sequence {@code ESC [ … final} while it comes in: its first two numbers, and whether it can be a key at all. */
final class ControlSequence {
    private static final int LARGEST = 9999;

    /** What the second number says when shift alone is held. */
    private static final int SHIFT = 2;

    private int first;
    private int second;
    private int numbers;
    private boolean empty;
    private boolean foreign;

    void reset() {
        first = 0;
        second = 0;
        numbers = 1;
        empty = true;
        foreign = false;
    }

    /** Whether nothing came yet between {@code [} and the final byte. */
    boolean isEmpty() {
        return empty;
    }

    /** Takes a byte below 0x40. Private markers, sub-parameters and intermediate bytes belong to replies and mice, not to keys. */
    void add(int value) {
        empty = false;
        if (value >= '0' && value <= '9') {
            first = numbers == 1 ? Math.min(LARGEST, first * 10 + value - '0') : first;
            second = numbers == 2 ? Math.min(LARGEST, second * 10 + value - '0') : second;
        } else if (value == ';') {
            numbers++;
        } else {
            foreign = true;
        }
    }

    /** Whether it ends as the answer that the terminal is well, or not, and has come so far. */
    boolean isAnswer(int last) {
        return last == 'n' && !foreign && (first == 0 || first == 3);
    }

    /** The key that ends in {@code last}; null for none. */
    Kind key(int last) {
        if (foreign) {
            return null;
        }
        return last == '~' ? numberedKey() : first > 1 ? null : second == SHIFT ? shifted(cursorKey(last)) : cursorKey(last);
    }

    /** The key with shift held; most are the same. */
    private static Kind shifted(Kind kind) {
        return kind == Kind.LEFT ? Kind.SHIFT_LEFT : kind == Kind.RIGHT ? Kind.SHIFT_RIGHT : kind;
    }

    /** The key of {@code ESC [ last} and {@code ESC O last}; null for none. */
    static Kind cursorKey(int last) {
        return switch (last) {
            case 'A' -> Kind.UP;
            case 'B' -> Kind.DOWN;
            case 'C' -> Kind.RIGHT;
            case 'D' -> Kind.LEFT;
            case 'H' -> Kind.HOME;
            case 'F' -> Kind.END;
            default -> null;
        };
    }

    private Kind numberedKey() {
        return switch (first) {
            case 1, 7 -> Kind.HOME;
            case 4, 8 -> Kind.END;
            case 5 -> Kind.PAGE_UP;
            case 6 -> Kind.PAGE_DOWN;
            default -> null;
        };
    }
}
