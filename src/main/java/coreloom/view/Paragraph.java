package coreloom.view;

/**
 * A sentence that is broken at blanks, or within a word that is longer than a row.
 *
 * @param text the sentence
 */
record Paragraph(String text) {
    /** Rows that it takes at that width. */
    int rows(int width) {
        int rows = 0;
        for (int from = 0; from < text.length(); from = next(end(from, width))) {
            rows++;
        }
        return rows;
    }

    /** Draws it into the rows there are and returns how many it took; where it is too long for them, the last one ends in {@code …}. */
    int draw(Canvas canvas, Style style) {
        int y = 0;
        for (int from = 0; from < text.length() && y < canvas.height(); y++) {
            int end = end(from, canvas.width());
            if (y == canvas.height() - 1 && end < text.length()) {
                canvas.text(0, y, style, Figures.cut(canvas.line(), text.substring(from), canvas.width()));
            } else {
                canvas.text(0, y, style, canvas.line().append(text, from, end));
            }
            from = next(end);
        }
        return y;
    }

    /** End of the row that begins there. */
    private int end(int from, int width) {
        int to = Math.min(text.length(), from + Math.max(1, width));
        int blank = to < text.length() ? text.lastIndexOf(' ', to) : to;
        return blank > from ? blank : to;
    }

    private int next(int end) {
        return end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    }
}
