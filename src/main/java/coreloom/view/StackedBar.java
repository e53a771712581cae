package coreloom.view;

import coreloom.history.BudgetPart;
import coreloom.snapshot.WaitKind;

/** A bar that is filled with one share behind the other: each ends where the running sum says, so that shares of 1 fill it exactly. */
final class StackedBar {
    private final Canvas line;
    private final int left;
    private final int width;
    private double sum;
    private int drawn;

    /** @param line the row to draw in, from column {@code left} on */
    StackedBar(Canvas line, int left, int width) {
        this.line = line;
        this.left = left;
        this.width = width;
    }

    StackedBar onCpu(double share) {
        return add(share, Style.ON_CPU, '█');
    }

    StackedBar runQueue(double share) {
        return add(share, Style.RUN_QUEUE, '▓');
    }

    StackedBar wait(WaitKind kind, double share) {
        return add(share, Legend.style(kind), Legend.glyph(kind));
    }

    StackedBar part(BudgetPart part, double share) {
        return add(share, Legend.style(part), Legend.glyph(part));
    }

    /** What the shares so far leave of the whole. */
    double rest() {
        return Math.max(0, 1 - sum);
    }

    private StackedBar add(double share, Style style, char glyph) {
        sum += share;
        int to = Math.min(width, (int) Math.round(sum * width));
        line.fill(left + drawn, 0, to - drawn, style, glyph);
        drawn = Math.max(drawn, to);
        return this;
    }
}
