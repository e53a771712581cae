package coreloom.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of characters on which lines are drawn in dots, eight to a character (braille), and letters over them. Where only ASCII may
 * be used a character with any dot is a full stop.
 *
 * <pre>
 *   dots of one character, and the bit of each      0 3
 *                                                   1 4
 *                                                   2 5
 *                                                   6 7
 * </pre>
 */
final class DotCanvas {
    static final int DOTS_ACROSS = 2;
    static final int DOTS_DOWN = 4;

    private static final char SEVERAL = '*';
    private static final int BRAILLE = 0x2800;
    private static final int[][] BITS = {{0, 3}, {1, 4}, {2, 5}, {6, 7}};

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final char[][] letters;
    private final boolean unicode;

    DotCanvas(int columns, int rows, boolean unicode) {
        this.columns = columns;
        this.rows = rows;
        this.unicode = unicode;
        dots = new int[rows][columns];
        letters = new char[rows][columns];
    }

    /** Sets the dot in that column and row of dots; outside of the rectangle nothing happens. */
    void dot(int across, int down) {
        if (across >= 0 && across < columns * DOTS_ACROSS && down >= 0 && down < rows * DOTS_DOWN) {
            dots[down / DOTS_DOWN][across / DOTS_ACROSS] |= 1 << BITS[down % DOTS_DOWN][across % DOTS_ACROSS];
        }
    }

    /** Puts a letter on the character with that dot; two different letters become {@code *}. */
    void letter(char letter, int across, int down) {
        int row = Math.max(0, Math.min(rows - 1, down / DOTS_DOWN));
        int column = Math.max(0, Math.min(columns - 1, across / DOTS_ACROSS));
        letters[row][column] = letters[row][column] == 0 || letters[row][column] == letter ? letter : SEVERAL;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(letters[row][column] != 0 ? letters[row][column] : dots(dots[row][column]));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private char dots(int bits) {
        return bits == 0 ? ' ' : unicode ? (char) (BRAILLE + bits) : '.';
    }
}
