package coreloom.view;

import java.util.List;

/**
 * The last lines that the watched program has written, the newest at the bottom.
 *
 * @param lines at least one
 */
record OutputPanel(List<String> lines) {
    /** Rows that the panel is worth having, its title among them. */
    static final int ROWS = 5;

    void draw(Canvas canvas) {
        canvas.title("output", "");
        int rows = canvas.height() - 1;
        int first = Math.max(0, lines.size() - rows);
        for (int i = first; i < lines.size(); i++) {
            canvas.text(1, 1 + i - first, Style.TEXT, lines.get(i));
        }
    }
}
