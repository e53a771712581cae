package coreloom.view;

import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.history.LaneSummary.WaitShares;
import coreloom.snapshot.WaitKind;

/**
 * Where the time of each lane's workers went over its whole measured phase, a bar a lane: what is left to compare when no thread runs.
 *
 * @param interval the interval at whose end the lanes are shown
 */
record LaneBars(Interval interval) {
    private static final int NAME = 14;
    private static final int WIDE_NAME = 24;
    private static final int WIDE = 60;
    private static final int FIGURE = 8;

    void draw(Canvas canvas) {
        canvas.title("waits by lane", "bar = measured time");
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        int name = body.width() >= WIDE ? WIDE_NAME : NAME;
        body.text(1, 0, Style.DIM, "lane");
        body.textRight(0, Style.DIM, "on-CPU ");
        int rows = body.height() - 2;
        int first = Math.max(0, interval.lanes().size() - rows);
        int occurring = 0;
        for (int i = first; i < interval.lanes().size(); i++) {
            occurring |= Legend.occurring(interval.lanes().get(i));
            row(body.part(0, 1 + i - first, body.width(), 1), interval.lanes().get(i), name);
        }
        Legend.draw(body.part(0, body.height() - 1, body.width(), 1), occurring);
    }

    private static void row(Canvas line, LaneSummary lane, int name) {
        int x = line.text(1, 0, Style.TEXT, Figures.left(line.line(), lane.lane().name(), name).append(' '));
        boolean nothing = lane.onCpuShare().isEmpty() && !lane.waitShares().known();
        if (!lane.measured() || nothing) {
            line.text(x, 0, Style.DIM, lane.measured() ? "n/a" : lane.lane().phase().over() ? "not measured" : lane.lane().phase().words());
            return;
        }
        bar(new StackedBar(line, x, line.width() - x - FIGURE), lane);
        line.textRight(0, Style.TEXT, Figures.percent(line.line(), lane.onCpuShare().orElse(Double.NaN), FIGURE - 1).append(' '));
    }

    /**
     * As for a thread: waits are scaled down where they reach into the time ready or running; what nobody reports is other. Of workers without
     * kernel threads of their own, waits are all that there is to draw.
     */
    private static void bar(StackedBar bar, LaneSummary lane) {
        if (lane.onCpuShare().isEmpty()) {
            waits(bar, lane.waitShares());
            return;
        }
        bar.onCpu(lane.onCpuShare().getAsDouble());
        if (lane.runDelayShare().isPresent()) {
            waits(bar.runQueue(lane.runDelayShare().getAsDouble()), lane.waitShares());
            bar.wait(WaitKind.OTHER, bar.rest());
        }
    }

    private static void waits(StackedBar bar, WaitShares waits) {
        double left = bar.rest();
        double reported = 0;
        for (int kind = 0; waits.known() && kind < WaitKind.COUNT; kind++) {
            reported += waits.of(WaitKind.of(kind)).getAsDouble();
        }
        double scale = reported > left ? left / reported : 1;
        for (int kind = 0; waits.known() && kind < WaitKind.COUNT; kind++) {
            bar.wait(WaitKind.of(kind), waits.of(WaitKind.of(kind)).getAsDouble() * scale);
        }
    }
}
