package coreloom.view;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.history.Interval;

/**
 * Two sessions in step: the cores of both on one time axis, a column being the same time in each, and below it their lanes beside each other.
 *
 * <pre>
 *   ── before.jsonl ── full = 100 % ──┬── after.jsonl ─── full = 100 % ──
 *    0 ▇▇▇▆▇▇▇▇▇▇▇ ▇▇▇▇▇▇  98 %       │ 0 ▇▇▇▆▂▂▃▂▂▂▂ ▇▇▇▇▇▇  20 %
 *    1 ▇▇▇▇▇▇▇▇▇▇▇ ▇▇▇▇▇▇  97 %       │ 1 ▁▁▁▁▇▇▇▇▇▇▇ ▁▁▁▁▁▁  79 %
 *   ── side by side ──────────────────┴──────────────────────────────────
 *   …
 * </pre>
 *
 * @param columns the two, and in what they differ
 * @param history intervals of the first
 * @param choice  how the user wants the cores
 * @param around  how the program is set
 */
record InStepPanel(InStepColumns columns, History history, HeatChoice choice, Surroundings around) {
    /** So many columns have room for two pictures. */
    private static final int BROAD = 75;
    /** Title and axis of a picture. */
    private static final int FRAME = 2;
    /** Bars give way until a picture has so many rows, or one for each core. */
    private static final int ENOUGH = FRAME + 4;

    void draw(Canvas canvas) {
        SideBySide bars = new SideBySide(columns.columns());
        int picture = canvas.width() < BROAD ? 0 : pictureRows(canvas.height());
        if (picture > 0) {
            pictures(canvas.part(0, 0, canvas.width(), picture));
        }
        Canvas rest = canvas.part(0, picture, canvas.width(), canvas.height() - picture);
        if (picture > 0) {
            bars.draw(rest, left(canvas));
            rest.put(left(canvas), 0, Style.DIM, '┴');
        } else {
            bars.draw(rest);
        }
    }

    private static int left(Canvas canvas) {
        return (canvas.width() - 1) / 2;
    }

    /** What all bars leave; where that is too little they give way, but for those that say most. 0 where there is no room at all. */
    private int pictureRows(int height) {
        int beside = columns.beside().map(other -> other.cores().size()).orElse(0);
        int wanted = FRAME + Math.max(1, Math.max(columns.first().cores().size(), beside));
        int spare = height - SideBySide.ROWS;
        int rows = Math.max(spare, Math.min(Math.min(wanted, ENOUGH), height - SideBySide.LEAST_ROWS));
        return rows <= FRAME ? 0 : rows;
    }

    private void pictures(Canvas canvas) {
        int left = left(canvas);
        Canvas one = canvas.part(0, 0, left, canvas.height());
        Canvas other = canvas.part(left + 1, 0, canvas.width() - left - 1, canvas.height());
        Interval shown = columns.first();
        InStep inStep = columns.inStep();
        Heatmap first = new Heatmap(columns.name(), Samples.of(history), shown.number(), choice, around.topology());
        if (columns.beside().isPresent()) {
            Heatmap second = new Heatmap(inStep.name(), Samples.beside(history, inStep), shown.number(), choice, inStep.topology());
            Heatmap.drawAlike(first, one, second, other);
        } else {
            first.draw(one);
            other.title(Figures.cut(new StringBuilder(), inStep.name(), other.width() - FRAME), "");
            other.part(0, 1, other.width(), 1).text(1, 0, Style.DIM, "begins later");
        }
        for (int y = 0; y < canvas.height(); y++) {
            canvas.put(left, y, Style.DIM, y == 0 ? '┬' : '│');
        }
    }
}
