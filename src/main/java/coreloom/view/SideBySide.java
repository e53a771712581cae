package coreloom.view;

import java.util.List;

/**
 * Two or more things beside each other: a row a measure, all bars of a row to one scale, and in what each differs from the first. It does not know
 * where they come from.
 *
 * <pre>
 *               threads              ▶ gil
 *   units/s     ████████   23040     ████        11520  -50%
 *   speed-up    ████████   1.96×     ████        0.99×  -49%
 *   idle budget ████▓▓▓▓▓▓▓▓▓▓       ████GGGGGGGGGGGGGG
 * </pre>
 *
 * @param columns what is compared, the first being what the others are held against
 */
record SideBySide(List<Compared> columns) {
    private static final int LABEL = 12;
    private static final int MIN_COLUMN = 21;
    private static final int VALUE = 8;
    private static final int DIFFERENCE = 6;
    private static final List<String> BADGES = List.of("bars of a row to one scale, differences from the first", "differences from the first", "beside the first");

    void draw(Canvas canvas) {
        int room = Math.max(1, (canvas.width() - LABEL) / MIN_COLUMN);
        int shown = Math.min(room, columns.size());
        canvas.title(title(shown), BADGES);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (shown == 0) {
            body.text(1, 0, Style.DIM, "nothing to compare yet");
            return;
        }
        int width = (body.width() - LABEL) / shown;
        for (int i = 0; i < shown; i++) {
            column(body.part(LABEL + i * width, 0, width - 1, body.height()), columns.get(index(i, shown)), i == 0);
        }
        for (int measure = 0; measure < Measure.COUNT; measure++) {
            body.text(1, 1 + measure, Style.DIM, Measure.of(measure).words());
        }
        body.text(1, 1 + Measure.COUNT, Style.DIM, "idle budget");
    }

    /** The first, and the newest of the others. */
    private int index(int place, int shown) {
        return place == 0 ? 0 : columns.size() - shown + place;
    }

    private String title(int shown) {
        String names = "side by side";
        return shown == columns.size() || shown < 2 ? names : names + ": 1 and " + (index(1, shown) + 1) + " to " + columns.size() + " of " + columns.size();
    }

    private void column(Canvas column, Compared each, boolean first) {
        int x = column.text(0, 0, each.running() ? Style.STRONG : Style.TEXT, each.running() ? "▶" : "");
        x = column.text(x, 0, each.running() ? Style.STRONG : Style.TITLE, Figures.cut(column.line(), each.name(), column.width() - x));
        if (x + 1 + each.state().length() <= column.width()) {
            column.text(x + 1, 0, Style.DIM, each.state());
        }
        for (int i = 0; i < Measure.COUNT; i++) {
            cell(column.part(0, 1 + i, column.width(), 1), Measure.of(i), each, first);
        }
        Canvas budget = column.part(0, 1 + Measure.COUNT, column.width(), 1);
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
