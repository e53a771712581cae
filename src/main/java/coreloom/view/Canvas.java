package coreloom.view;

import com.googlecode.lanterna.graphics.TextGraphics;
import java.util.List;

/**
 * A rectangle of the screen that a widget draws in, with its own coordinates from (0, 0); what falls outside is cut off.
 *
 * @param graphics what Lanterna draws on
 * @param ink      where cells come from
 * @param left     column of the rectangle on the screen
 * @param top      row of the rectangle on the screen
 * @param width    columns
 * @param height   rows
 */
record Canvas(TextGraphics graphics, Ink ink, int left, int top, int width, int height) {
    /** A part of this rectangle, cut to fit into it. */
    Canvas part(int x, int y, int columns, int rows) {
        int fitX = Math.min(Math.max(0, x), width);
        int fitY = Math.min(Math.max(0, y), height);
        return new Canvas(graphics, ink, left + fitX, top + fitY, Math.max(0, Math.min(columns, width - fitX)),
                Math.max(0, Math.min(rows, height - fitY)));
    }

    void put(int x, int y, Style style, char character) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            graphics.setCharacter(left + x, top + y, ink.cell(style, character));
        }
    }

    /** Writes text and returns the column behind it. */
    int text(int x, int y, Style style, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            put(x + i, y, style, text.charAt(i));
        }
        return x + text.length();
    }

    /** Writes text so that it ends in the last column. */
    void textRight(int y, Style style, CharSequence text) {
        text(width - text.length(), y, style, text);
    }

    void fill(int x, int y, int columns, Style style, char character) {
        for (int i = 0; i < columns; i++) {
            put(x + i, y, style, character);
        }
    }

    void clear() {
        for (int y = 0; y < height; y++) {
            fill(0, y, width, Style.TEXT, ' ');
        }
    }

    /** A rule across the top with a title in it. */
    void title(CharSequence title, CharSequence badge) {
        fill(0, 0, width, Style.DIM, '─');
        text(1, 0, Style.TEXT, " ");
        int end = text(2, 0, Style.TITLE, title);
        text(end, 0, Style.TEXT, " ");
        if (!badge.isEmpty() && fits(title, badge)) {
            int at = width - badge.length() - 3;
            text(at, 0, Style.TEXT, " ");
            text(at + 1, 0, Style.DIM, badge);
            text(at + 1 + badge.length(), 0, Style.TEXT, " ");
        }
    }

    /** The same with the first of the badges that there is room for; they are in the order of how much they say. */
    void title(CharSequence title, List<String> badges) {
        String badge = "";
        for (int i = badges.size() - 1; i >= 0; i--) {
            badge = fits(title, badges.get(i)) ? badges.get(i) : badge;
        }
        title(title, badge);
    }

    private boolean fits(CharSequence title, CharSequence badge) {
        return 2 + title.length() + badge.length() + 4 <= width;
    }

    StringBuilder line() {
        return ink.line();
    }
}
