package coreloom.terminal;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.ScreenBuffer;
import coreloom.view.Look;

/**
 * Writes what turns one screen into another, row by row. Remembers the terminal's cursor and colours from frame to frame; no allocation.
 */
final class FrameEncoder {
    private static final String RESET_AND_CLEAR = "\u001b[m\u001b[H\u001b[2J";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";

    /** Fewer changes than this at the blank end of a row are written, not erased. */
    private static final int WORTH_ERASING = 4;

    /** A wider gap of unchanged cells is always jumped over. */
    private static final int REWRITABLE_GAP = 4;

    private static final int NONE = -1;

    private final FrameStream out;
    private final Pen pen;
    private final Glyphs glyphs;
    private final Cursor cursor = new Cursor();
    private ScreenBuffer back;
    private ScreenBuffer front;
    private int columns;
    private int row;
    private int forcedColumn;

    FrameEncoder(FrameStream out, Look look) {
        this.out = out;
        pen = new Pen(look.depth());
        glyphs = new Glyphs(look.unicode());
    }

    /** Clears the terminal, whatever it shows. */
    void startAfresh() {
        out.text(RESET_AND_CLEAR);
        pen.reset();
        cursor.lose();
    }

    /** Writes what turns a terminal that shows {@code shown} into one that shows {@code wanted}; nothing when they are equal. */
    void encode(ScreenBuffer wanted, ScreenBuffer shown) {
        back = wanted;
        front = shown;
        columns = Math.min(wanted.getSize().getColumns(), shown.getSize().getColumns());
        int rows = Math.min(wanted.getSize().getRows(), shown.getSize().getRows());
        for (row = 0; row < rows; row++) {
            encodeRow();
        }
    }

    private void encodeRow() {
        forcedColumn = NONE;
        int column = nextChange(0);
        if (column == columns) {
            return;
        }
        int erasedFrom = erasedFrom();
        while (column < columns) {
            if (column >= erasedFrom && isWorthErasing(column)) {
                erase(column);
                return;
            }
            column = nextChange(column + put(column));
        }
    }

    private int nextChange(int from) {
        int column = from;
        while (column < columns && !isChanged(column)) {
            column++;
        }
        return column;
    }

    private boolean isChanged(int column) {
        TextCharacter wanted = back.getCharacterAt(column, row);
        TextCharacter shown = front.getCharacterAt(column, row);
        return column == forcedColumn || wanted != shown && !wanted.equals(shown) && !(pen.isErased(wanted) && pen.isErased(shown));
    }

    /** The first column of the row's end that is nothing but erased cells. */
    private int erasedFrom() {
        int column = columns;
        while (column > 0 && pen.isErased(back.getCharacterAt(column - 1, row))) {
            column--;
        }
        return column;
    }

    private boolean isWorthErasing(int column) {
        int changes = 0;
        for (int i = column; i < columns && changes < WORTH_ERASING; i++) {
            changes += isChanged(i) ? 1 : 0;
        }
        return changes == WORTH_ERASING;
    }

    private void erase(int column) {
        pen.take(back.getCharacterAt(column, row), out);
        cursor.move(column, row, out);
        out.text(ERASE_TO_END_OF_LINE);
    }

    /** Draws one cell; returns its width in columns. What that leaves of a wide character to the right is drawn too, equal or not. */
    private int put(int column) {
        TextCharacter cell = back.getCharacterAt(column, row);
        approach(column);
        pen.take(cell, out);
        int width = Glyphs.width(cell);
        if (column + width > columns) {
            out.write('?');
            width = 1;
        } else {
            glyphs.write(cell, width, out);
        }
        if (glyphs.isWidthCertain(cell)) {
            cursor.advance(width, columns);
        } else {
            cursor.loseColumn();
        }
        boolean halved = Glyphs.width(front.getCharacterAt(column + width - 1, row)) > 1;
        forcedColumn = halved ? column + width : NONE;
        return width;
    }

    /** Brings the cursor to a column: by writing the cells between again where that is no longer than a jump. */
    private void approach(int column) {
        int gap = cursor.gapTo(column, row);
        if (gap > 0 && gap <= REWRITABLE_GAP && isRewritable(column - gap, column)) {
            for (int i = column - gap; i < column; i++) {
                glyphs.write(back.getCharacterAt(i, row), 1, out);
            }
            cursor.advance(gap, columns);
        } else {
            cursor.move(column, row, out);
        }
    }

    private boolean isRewritable(int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            TextCharacter cell = back.getCharacterAt(i, row);
            if (!pen.fits(cell) || !glyphs.isWidthCertain(cell) || Glyphs.width(cell) > 1) {
                return false;
            }
            bytes += glyphs.bytes(cell);
        }
        return bytes <= Cursor.forwardBytes(to - from);
    }
}
