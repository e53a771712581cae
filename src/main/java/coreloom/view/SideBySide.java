package coreloom.view;

import coreloom.history.BudgetPart;
import java.util.List;

/**
 * Two or more things beside each other: a row a measure, all bars of a row to one scale, and in what each differs from the first. Where there are
 * too few rows those measures have one that say most, and the title tells how many. It does not know where the things come from.
 *
 * <pre>
 *               threads              ▶ gil
 *   units/s     ████████   23040     ████        11520  -50%
 *   speed-up    ████████   1.96×     ████        0.99×  -49%
 *   idle budget ████▓▓▓▓▓▓▓▓▓▓       ████GGGGGGGGGGGGGG
 *               █on-CPU ▓run queue Ginterpreter lock
 * </pre>
 *
 * @param columns what is compared, the first being what the others are held against
 */
record SideBySide(List<Compared> columns) {
    /** Rows for all that can be told: title, names, each measure, the budget and its legend. */
    static final int ROWS = 4 + Measure.COUNT;
    /** With fewer rows it says too little. */
    static final int LEAST_ROWS = 8;

    /** Blanks and rule around a badge. */
    private static final int BADGE_FRAME = 4;
    private static final int LABEL = 13;
    private static final int MIN_COLUMN = 21;
    private static final int VALUE = 8;
    private static final int DIFFERENCE = 6;
    /** A smaller part of a budget has no column of its own. */
    private static final double LITTLE = 0.005;
    private static final List<String> BADGES = List.of("bars of a row to one scale, differences from the first", "differences from the first",
        "beside the first");

    void draw(Canvas canvas) {
        draw(canvas, canvas.width());
    }

    /** The same with what the bars mean told in that many columns of the title at most. */
    void draw(Canvas canvas, int badgeColumns) {
        int room = Math.max(1, (canvas.width() - LABEL) / MIN_COLUMN);
        int shown = Math.min(room, columns.size());
        List<Measure> measures = Measure.chosen(canvas.height() - ROWS + Measure.COUNT, columns);
        canvas.title(title(shown, measures.size()), BADGES.stream().filter(badge -> badge.length() + BADGE_FRAME <= badgeColumns).toList());
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (shown == 0) {
            body.text(1, 0, Style.DIM, "nothing to compare yet");
            return;
        }
        int width = (body.width() - LABEL) / shown;
        for (int i = 0; i < shown; i++) {
            column(body.part(LABEL + i * width, 0, width - 1, body.height()), columns.get(index(i, shown)), measures, i == 0);
        }
        for (int row = 0; row < measures.size(); row++) {
            body.text(1, 1 + row, Style.DIM, measures.get(row).words());
        }
        body.text(1, 1 + measures.size(), Style.DIM, "idle budget");
        legend(body.part(LABEL, 2 + measures.size(), body.width() - LABEL, 1));
    }

    /** The parts that occur in any of the budgets. */
    private void legend(Canvas line) {
        int x = 0;
        for (int part = 0; part < BudgetPart.COUNT; part++) {
            BudgetPart each = BudgetPart.of(part);
            boolean occurs = columns.stream().anyMatch(column -> column.budget().known() && column.budget().share(each) >= LITTLE);
            if (occurs && x + 1 + each.words().length() <= line.width()) {
                line.put(x, 0, Legend.style(each), Legend.glyph(each));
                x = line.text(x + 1, 0, Style.DIM, each.words()) + 1;
            }
        }
    }

    /** The first, and the newest of the others. */
    private int index(int place, int shown) {
        return place == 0 ? 0 : columns.size() - shown + place;
    }

    private String title(int shown, int measures) {
        int last = columns.size();
        String which = shown == last || shown < 2 ? "" : ": 1 and " + (index(1, shown) + 1) + " to " + last + " of " + last;
        boolean all = shown == 0 || measures == Measure.COUNT;
        String rows = all ? "" : (which.isEmpty() ? ": " : ", ") + measures + " of " + Measure.COUNT + " figures";
        return "side by side" + which + rows;
    }

    private void column(Canvas column, Compared each, List<Measure> measures, boolean first) {
        int x = column.text(0, 0, each.running() ? Style.STRONG : Style.TEXT, each.running() ? "▶" : "");
        x = column.text(x, 0, each.running() ? Style.STRONG : Style.TITLE, Figures.cut(column.line(), each.name(), column.width() - x));
        if (x + 1 + each.state().length() <= column.width()) {
            column.text(x + 1, 0, Style.DIM, each.state());
        }
        for (int row = 0; row < measures.size(); row++) {
            cell(column.part(0, 1 + row, column.width(), 1), measures.get(row), each, first);
        }
        Canvas budget = column.part(0, 1 + measures.size(), column.width(), 1);
        if (each.budget().known()) {
            BudgetBar.bar(budget, 0, budget.width(), each.budget());
        } else {
            budget.text(0, 0, Style.DIM, "not measured yet");
        }
    }

    private void cell(Canvas cell, Measure measure, Compared each, boolean first) {
        double value = each.value(measure);
        double reference = columns.get(0).value(measure);
        int width = cell.width() - VALUE - DIFFERENCE;
        double full = measure.full(greatest(measure));
        int filled = Double.isNaN(value) || full <= 0 ? 0 : (int) Math.round(width * value / full);
        cell.fill(0, 0, Math.min(width, filled), measure == Measure.SPEED_UP ? Style.TITLE : Style.IO, '█');
        cell.text(width, 0, Double.isNaN(value) ? Style.DIM : Style.TEXT, measure.value(cell.line(), value, VALUE));
        if (!first) {
            StringBuilder difference = measure.difference(cell.line(), value, reference);
            cell.text(cell.width() - difference.length(), 0, measure.style(value, reference), difference);
        }
    }

    private double greatest(Measure measure) {
        double most = 0;
        for (int i = 0; i < columns.size(); i++) {
            double value = columns.get(i).value(measure);
            most = value > most ? value : most;
        }
        return most;
    }
}
