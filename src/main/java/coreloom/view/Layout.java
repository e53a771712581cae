package coreloom.view;

/**
 * Where the panels stand between the header and the notice. A notice that needs a second row takes it from the lanes where one is free,
 * else from the sentence, so that the panels above never move.
 *
 * @param body         all of it
 * @param left         column of the rule between heatmap and waits
 * @param top          row of the lanes' title
 * @param sentenceTop  first row of the sentence
 * @param budgetRows   rows of the idle budget above it; 0 where there is no room
 * @param sentenceRows rows of the sentence
 */
record Layout(Canvas body, int left, int top, int sentenceTop, int sentenceRows, int budgetRows) {
    private static final int LANE_ROWS = 5;
    private static final int SENTENCE_ROWS = 2;
    private static final int MIN_LEFT = 37;
    private static final int BUDGET_ROWS = 2;
    /** A body of so many rows has room for the idle budget. */
    private static final int TALL = 30;

    /** Makes room for that many lanes, as far as it goes, and for all rows of the notice but its last. */
    static Layout of(Canvas body, int lanes, int noticeRows) {
        int laneRows = Math.max(LANE_ROWS, Math.min(lanes + 1, body.height() / 3));
        int more = Math.max(0, noticeRows - 1);
        int free = Math.min(more, Math.max(0, laneRows - lanes - 1));
        int budget = body.height() >= TALL ? BUDGET_ROWS : 0;
        return new Layout(body, Math.max(MIN_LEFT, body.width() * 45 / 100), body.height() - laneRows - 1 - SENTENCE_ROWS - budget,
                body.height() - SENTENCE_ROWS - free, SENTENCE_ROWS + free - more, budget);
    }

    Canvas heatmap() {
        return body.part(0, 0, left, top);
    }

    Canvas waits() {
        return body.part(left + 1, 0, body.width() - left - 1, top);
    }

    /** The places of the heatmap and of what stands beside it, as one. */
    Canvas both() {
        return body.part(0, 0, body.width(), top);
    }

    /** The lanes' title, heading and rows. */
    Canvas lanes() {
        return body.part(0, top, body.width(), sentenceTop - budgetRows - top);
    }

    /** The idle budget: a bar and what its parts are. */
    Canvas budget() {
        return body.part(0, sentenceTop - budgetRows, body.width(), budgetRows);
    }

    Canvas sentence() {
        return body.part(0, sentenceTop, body.width(), sentenceRows);
    }

    /** The panel to cover while that place is explained. */
    Canvas beside(Place place) {
        return place == Place.SIDE ? heatmap() : waits();
    }

    /** Marks that place with an arrow; the own cost, in the last line, is not of this layout. */
    void mark(Place place) {
        switch (place) {
            case CORES -> heatmap().put(0, 0, Style.NOTICE, '▶');
            case SIDE -> waits().put(0, 0, Style.NOTICE, '▶');
            case LANES -> lanes().put(0, 0, Style.NOTICE, '▶');
            case SENTENCE -> sentence().put(0, 0, Style.NOTICE, '▶');
            case OWN_COST -> { }
        }
    }

    /** Draws the rule between heatmap and waits over the titles that it meets. */
    void divide() {
        for (int y = 0; y <= top; y++) {
            body.put(left, y, Style.DIM, y == 0 ? '┬' : y == top ? '┴' : '│');
        }
    }
}
