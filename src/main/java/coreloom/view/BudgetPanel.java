package coreloom.view;

import coreloom.history.BudgetPart;
import coreloom.history.IdleBudget;
import coreloom.history.Interval;
import java.util.List;

/**
 * Where the time of the cores went: a bar that is the whole, and a row for each part that occurs, of this interval, of the lane since it was measured,
 * and of the machine in this interval. Each column adds up to 100.0 %.
 *
 * @param interval the interval to show
 */
record BudgetPanel(Interval interval) {
    private static final int UNITS = 1000;
    private static final int COLUMN = 8;
    private static final int WIDE = 56;
    private static final List<String> BADGES = List.of("share of core time on offer", "share of core time");

    void draw(Canvas canvas) {
        int current = interval.current();
        canvas.title(current < 0 ? "idle budget" : canvas.line().append("idle budget of ").append(interval.lanes().get(current).lane().name()).toString(),
                BADGES);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        IdleBudget all = current < 0 ? IdleBudget.NONE : interval.lanes().get(current).budget();
        if (!all.known()) {
            body.text(1, 0, Style.DIM, current < 0 ? "no lane runs" : "not measured yet");
            return;
        }
        BudgetBar.bar(body, 1, body.width() - 2, all);
        IdleBudget now = current < interval.budgets().lanes().size() ? interval.budgets().lanes().get(current) : IdleBudget.NONE;
        boolean machine = body.width() >= WIDE;
        List<IdleBudget> columns = machine ? List.of(now, all, interval.budgets().machine()) : List.of(now, all);
        heading(body, machine);
        rows(body.part(0, 2, body.width(), body.height() - 2), columns);
    }

    private static void heading(Canvas body, boolean machine) {
        StringBuilder line = Figures.right(body.line(), "now", COLUMN);
        Figures.right(line, "so far", COLUMN);
        body.textRight(1, Style.DIM, (machine ? Figures.right(line, "machine", COLUMN) : line).append(' '));
    }

    private static void rows(Canvas body, List<IdleBudget> budgets) {
        List<int[]> columns = budgets.stream().map(budget -> budget.rounded(UNITS)).toList();
        int y = 0;
        for (int part = 0; part < BudgetPart.COUNT; part++) {
            int at = part;
            if (columns.stream().anyMatch(column -> column[at] > 0)) {
                row(body.part(0, y++, body.width(), 1), BudgetPart.of(part), budgets, columns);
            }
        }
    }

    private static void row(Canvas line, BudgetPart part, List<IdleBudget> budgets, List<int[]> columns) {
        line.put(1, 0, Legend.style(part), Legend.glyph(part));
        int room = line.width() - 4 - COLUMN * columns.size();
        line.text(3, 0, Style.TEXT, Figures.cut(line.line(), part.words(), room));
        StringBuilder figures = line.line();
        for (int i = 0; i < columns.size(); i++) {
            int tenths = columns.get(i)[part.ordinal()];
            if (budgets.get(i).known() && tenths > 0) {
                Figures.fixed(figures, tenths / 10.0, 1, COLUMN - 2).append(" %");
            } else {
                Figures.right(figures, budgets.get(i).known() ? "-" : "n/a", COLUMN);
            }
        }
        line.textRight(0, Style.TEXT, figures.append(' '));
    }
}
