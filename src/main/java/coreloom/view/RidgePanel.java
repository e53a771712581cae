package coreloom.view;

import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.history.WaitTimes;
import coreloom.history.WaitTimes.Mark;
import java.util.List;
import java.util.Optional;

/**
 * How long the waits of the lane took, a row for each sample: height and colour say how many took how long, against the most of their row. Rows are
 * written over from the top down, again and again. Below, the percentiles of the newest.
 *
 * <pre>
 *   12:07  ▁▂▇█▃▁        ▁▂▁   1.2ms  16ms
 * </pre>
 *
 * @param history where the wait times are
 * @param shown   number of the newest interval to show
 * @param palette colours
 */
record RidgePanel(History history, long shown, Palette palette) {
    private static final int TIME = 6;
    private static final int MARK = 6;
    private static final int FIRST_STEP = 6;
    private static final int VISIBLE_STEPS = 48;
    /** Steps to a power of ten, about. */
    private static final double STEPS_PER_DECADE = 2 * Math.log(10) / Math.log(2);
    private static final String[] DECADES = {"1us", "10us", "100us", "1ms", "10ms", "100ms", "1s", "10s"};
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final List<String> BADGES = List.of("lock waits by their length, each row a sample", "each row a sample");

    void draw(Canvas canvas) {
        Interval interval = history.get(shown);
        int current = interval.current();
        String lane = current < 0 ? "" : " of " + interval.lanes().get(current).lane().name();
        canvas.title("wait times" + lane, BADGES);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        Optional<WaitTimes> newest = history.waitTimes(shown);
        if (current < 0 || newest.isEmpty() || !newest.get().told()) {
            body.text(1, 0, Style.DIM, current < 0 ? "no lane runs" : newest.isEmpty() ? "wait times are not kept that far back"
                    : "n/a: nobody in this lane reports how long it waits");
            return;
        }
        axis(body);
        Sweep sweep = new Sweep(shown, Math.max(1, body.height() - 2), 1);
        for (int row = 0; row < sweep.columns(); row++) {
            long number = sweep.first(row);
            if (number >= 0 && history.waitTimes(number).isPresent()) {
                ridge(body.part(0, 1 + row, body.width(), 1), history.get(number), history.waitTimes(number).get(), number == shown);
            }
        }
        marks(body.part(0, body.height() - 1, body.width(), 1), newest.get());
    }

    /** Columns that the steps have. */
    private static int width(Canvas body) {
        return Math.max(1, body.width() - TIME - 2 * MARK - 2);
    }

    private static int step(int column, int width) {
        return FIRST_STEP + column * VISIBLE_STEPS / width;
    }

    private static void axis(Canvas body) {
        int width = width(body);
        int free = 0;
        for (int decade = 0; decade < DECADES.length; decade++) {
            int x = (int) Math.round(decade * STEPS_PER_DECADE * width / VISIBLE_STEPS);
            if (x >= free && x + DECADES[decade].length() <= width) {
                free = body.text(1 + TIME + x, 0, Style.DIM, DECADES[decade]) - TIME;
            }
        }
        body.textRight(0, Style.DIM, "  p50   p99 ");
    }

    private void ridge(Canvas line, Interval interval, WaitTimes times, boolean newest) {
        line.text(1, 0, newest ? Style.STRONG : Style.DIM, Figures.minutes(line.line(), interval.endEpochMillis()));
        if (times.total() == 0) {
            line.text(1 + TIME, 0, Style.DIM, times.told() ? "no wait" : "n/a");
            return;
        }
        int width = width(line);
        int most = 0;
        for (int x = 0; x < width; x++) {
            most = Math.max(most, count(times, x, width));
        }
        for (int x = 0; x < width; x++) {
            int count = count(times, x, width);
            int level = count == 0 ? 0 : Math.max(1, (int) Math.round(8.0 * count / most));
            line.put(1 + TIME + x, 0, palette.heat((float) count / most), LEVELS.charAt(level));
        }
        StringBuilder marks = Figures.nanos(Figures.nanos(line.line(), times.nanos(Mark.P50), MARK), times.nanos(Mark.P99), MARK);
        line.textRight(0, Style.TEXT, marks.append(' '));
    }

    /** Waits in a column; what is beyond an end of the axis stands at that end. */
    private static int count(WaitTimes times, int x, int width) {
        int from = x == 0 ? 0 : step(x, width);
        int to = x == width - 1 ? WaitTimes.STEPS : Math.max(from + 1, step(x + 1, width));
        int sum = 0;
        for (int step = from; step < to; step++) {
            sum += times.count(step);
        }
        return sum;
    }

    /** All percentiles, or where there is no room, those that no column has. */
    private static void marks(Canvas line, WaitTimes newest) {
        int all = 0;
        for (int i = 0; i < Mark.COUNT; i++) {
            all += Mark.of(i).words().length() + MARK + 1;
        }
        int x = 1;
        for (int i = 0; i < Mark.COUNT; i++) {
            Mark mark = Mark.of(i);
            boolean inColumn = mark == Mark.P50 || mark == Mark.P99;
            if (all <= line.width() || !inColumn) {
                x = line.text(x, 0, Style.DIM, mark.words()) + 1;
                StringBuilder value = newest.total() > 0 ? Figures.nanos(line.line(), newest.nanos(mark), 0) : line.line().append('-');
                x = line.text(x, 0, Style.TEXT, value) + 2;
            }
        }
    }
}
