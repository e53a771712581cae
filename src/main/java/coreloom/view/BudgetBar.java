package coreloom.view;

import coreloom.history.BudgetPart;
import coreloom.history.IdleBudget;

/**
 * An idle budget as one bar that is the whole, and below it its parts with their shares, as many as there is room for.
 *
 * @param budget the budget
 */
record BudgetBar(IdleBudget budget) {
    private static final String NAME = "idle budget ";
    private static final int UNITS = 1000;

    void draw(Canvas canvas) {
        int x = canvas.text(1, 0, Style.DIM, NAME);
        if (!budget.known()) {
            canvas.text(x, 0, Style.DIM, "not measured yet");
            return;
        }
        bar(canvas, x, canvas.width() - x - 1, budget);
        legend(canvas.part(0, 1, canvas.width(), 1));
    }

    /** The bar alone, so many columns wide. */
    static void bar(Canvas line, int x, int width, IdleBudget budget) {
        StackedBar bar = new StackedBar(line, x, width);
        for (int part = 0; part < BudgetPart.COUNT; part++) {
            bar.part(BudgetPart.of(part), budget.share(BudgetPart.of(part)));
        }
    }

    private void legend(Canvas line) {
        int[] tenths = budget.rounded(UNITS);
        int x = 1 + NAME.length();
        for (int part = 0; part < BudgetPart.COUNT; part++) {
            BudgetPart each = BudgetPart.of(part);
            if (tenths[part] > 0) {
                StringBuilder text = Figures.fixed(line.line().append(each.words()).append(' '), tenths[part] / 10.0, 1, 0).append(" %");
                if (x + 1 + text.length() < line.width()) {
                    line.put(x, 0, Legend.style(each), Legend.glyph(each));
                    x = line.text(x + 1, 0, Style.DIM, text) + 2;
                }
            }
        }
    }
}
