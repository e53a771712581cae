package coreloom.view;

/**
 * An explanation in a panel of its own, over one that it does not explain.
 *
 * @param explanation what to say
 * @param next        the key that explains the next one
 */
record ExplanationPanel(Explanation explanation, Key next) {
    void draw(Canvas canvas) {
        canvas.clear();
        canvas.title(explanation.title(), canvas.line().append(next.word()).append(" next, Esc closes").toString());
        Canvas text = canvas.part(1, 2, canvas.width() - 2, canvas.height() - 2);
        int rows = new Paragraph(explanation.meaning()).draw(text, Style.TEXT);
        int from = Math.min(text.height(), rows + 1);
        new Paragraph(explanation.reading()).draw(text.part(0, from, text.width(), text.height() - from), Style.STRONG);
    }
}
