package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;

/** What a told size is worth: lines without a size say 0 × 0, and some are wrong by orders of magnitude. */
final class LineSize {
    private static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_ROWS = 500;

    private LineSize() {}

    /** The size as told, at least 1 × 1 and bounded; 80 × 24 when neither is known. */
    static TerminalSize of(int columns, int rows) {
        return columns <= 0 && rows <= 0 ? USUAL : new TerminalSize(clamp(columns, MOST_COLUMNS), clamp(rows, MOST_ROWS));
    }

    private static int clamp(int value, int most) {
        return Math.max(1, Math.min(most, value));
    }
}
