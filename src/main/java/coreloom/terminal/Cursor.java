package coreloom.terminal;

/** Where the terminal's cursor is, as far as it is known, and the shortest way to another cell. Columns and rows from 0. */
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

    void move(int toColumn, int toRow, FrameStream out) {
        int gap = gapTo(toColumn, toRow);
        if (gap > 0) {
            forward(gap, out);
        } else if (gap < 0 && row == toRow) {
            toColumnOfRow(toColumn, out);
        } else if (gap < 0 && row != UNKNOWN && toRow == row + 1 && lineFeedIsShorter(toColumn, toRow)) {
            out.write('\r');
            out.write('\n');
            if (toColumn > 0) {
                forward(toColumn, out);
            }
        } else if (gap != 0) {
            absolute(toColumn, toRow, out);
        }
        column = toColumn;
        row = toRow;
    }

    /** Bytes of {@code ESC [ n C}. */
    static int forwardBytes(int cells) {
        return cells == 1 ? 3 : 3 + digits(cells);
    }

    private static boolean lineFeedIsShorter(int toColumn, int toRow) {
        int byLineFeed = 2 + (toColumn > 0 ? forwardBytes(toColumn) : 0);
        int byPosition = 3 + digits(toRow + 1) + (toColumn > 0 ? 1 + digits(toColumn + 1) : 0);
        return byLineFeed <= byPosition;
    }

    private static void forward(int cells, FrameStream out) {
        out.text("\u001b[");
        if (cells > 1) {
            out.number(cells);
        }
        out.write('C');
    }

    private static void toColumnOfRow(int toColumn, FrameStream out) {
        if (toColumn == 0) {
            out.write('\r');
        } else {
            out.text("\u001b[");
            out.number(toColumn + 1);
            out.write('G');
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
