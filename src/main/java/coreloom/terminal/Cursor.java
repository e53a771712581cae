package coreloom.terminal;

/**
 * Where the terminal's cursor is, as far as it is known, and the shortest way to another cell. Columns and rows from 0. A line feed goes down and not to
 * the left: the line is told not to make a carriage return of it (see {@link TerminalLine#raw}).
 */
final class Cursor {
    private static final int UNKNOWN = -1;

    private int column = UNKNOWN;
    private int row = UNKNOWN;

    /** The cursor may be anywhere. */
    void lose() {
        column = UNKNOWN;
        row = UNKNOWN;
    }

    /** The cursor stayed in its row, but the terminal's opinion of how far it went may differ from ours. */
    void loseColumn() {
        column = UNKNOWN;
    }

    /** The cursor went {@code cells} on; past the last column it hangs where the next character decides. */
    void advance(int cells, int columns) {
        column = column + cells < columns ? column + cells : UNKNOWN;
    }

    /** How many cells lie between the cursor and a cell to its right; negative when that is not so. */
    int gapTo(int toColumn, int toRow) {
        return row == toRow && column != UNKNOWN ? toColumn - column : UNKNOWN;
    }

    /** Steps from here, or a position, whichever is shorter. */
    void move(int toColumn, int toRow, FrameStream out) {
        boolean fromHere = row != UNKNOWN && toRow >= row && toRow - row + sidewaysBytes(toColumn) <= absoluteBytes(toColumn, toRow);
        if (fromHere) {
            for (int i = row; i < toRow; i++) {
                out.write('\n');
            }
            sideways(toColumn, out);
        } else {
            absolute(toColumn, toRow, out);
        }
        column = toColumn;
        row = toRow;
    }

    /** Bytes of {@code ESC [ n C}. */
    static int forwardBytes(int cells) {
        return cells == 0 ? 0 : cells == 1 ? 3 : 3 + digits(cells);
    }

    /** Bytes of the way to another column of the same row. */
    private int sidewaysBytes(int toColumn) {
        int fromLeft = 1 + forwardBytes(toColumn);
        return column == UNKNOWN ? fromLeft : toColumn >= column ? forwardBytes(toColumn - column) : Math.min(column - toColumn, fromLeft);
    }

    private void sideways(int toColumn, FrameStream out) {
        if (column != UNKNOWN && toColumn >= column) {
            forward(toColumn - column, out);
        } else if (column != UNKNOWN && column - toColumn <= 1 + forwardBytes(toColumn)) {
            for (int i = toColumn; i < column; i++) {
                out.write('\b');
            }
        } else {
            out.write('\r');
            forward(toColumn, out);
        }
    }

    private static int absoluteBytes(int toColumn, int toRow) {
        return 3 + (toRow > 0 || toColumn > 0 ? digits(toRow + 1) : 0) + (toColumn > 0 ? 1 + digits(toColumn + 1) : 0);
    }

    private static void forward(int cells, FrameStream out) {
        if (cells > 0) {
            out.text("\u001b[");
            if (cells > 1) {
                out.number(cells);
            }
            out.write('C');
        }
    }

    private static void absolute(int toColumn, int toRow, FrameStream out) {
        out.text("\u001b[");
        if (toRow > 0 || toColumn > 0) {
            out.number(toRow + 1);
        }
        if (toColumn > 0) {
            out.write(';');
            out.number(toColumn + 1);
        }
        out.write('H');
    }

    private static int digits(int value) {
        return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
    }
}
