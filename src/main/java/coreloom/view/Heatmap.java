package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.snapshot.Marker;
import java.util.List;

/**
 * Cores × time: a band of rows for each core, a column for each interval, the newest on the right; height and colour both say how busy the
 * core was. When the columns are used up the picture moves on by several at once, so that a tick sends one column and not all of them.
 *
 * @param history where the intervals are
 * @param shown   number of the newest interval to show
 */
record Heatmap(History history, long shown) {
    private static final int LABEL = 6;
    private static final int VALUE = 7;
    private static final int MAX_BAND = 12;
    /** Less stolen time than this is not worth a word. */
    private static final float MIN_STEAL = 0.01f;
    /** A column is an interval, whatever its length: those at the boundaries of phases are shorter than the period. */
    private static final List<String> BADGES = List.of("full = 100 % of a core, a column = a sample",
        "full = 100 %, a column = a sample", "full = 100 %");
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";

    void draw(Canvas canvas) {
        Interval newest = history.get(shown);
        canvas.title("cores × time", BADGES);
        CoreShares cores = newest.cores();
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 2);
        if (cores.size() == 0) {
            body.text(1, 0, Style.DIM, "n/a: core times cannot be read here");
        } else {
            bands(body, cores);
        }
        Canvas last = canvas.part(0, canvas.height() - 1, canvas.width(), 1);
        axis(last, labelWidth(cores, body.height()));
        steal(last, cores);
    }

    /** Number of the interval in the leftmost column: moves by a quarter of the width at a time. */
    private long firstColumn(int columns) {
        long step = Math.max(1, columns / 4);
        long over = shown + 1 - columns;
        return over <= 0 ? 0 : (over + step - 1) / step * step;
    }

    private static int columns(int width, int label) {
        return Math.max(1, width - label - VALUE);
    }

    private static int perBand(CoreShares cores, int rows) {
        return Math.max(1, (cores.size() + rows - 1) / Math.max(1, rows));
    }

    /** Room for the longest label and a blank: {@code 240-255} where cores share a band. */
    private static int labelWidth(CoreShares cores, int rows) {
        int folded = cores.size() == 0 || perBand(cores, rows) == 1 ? 0 : 2 * Integer.toString(cores.id(cores.size() - 1)).length() + 2;
        return Math.max(LABEL, folded);
    }

    private void bands(Canvas body, CoreShares cores) {
        int perBand = perBand(cores, body.height());
        int label = labelWidth(cores, body.height());
        int columns = columns(body.width(), label);
        long first = firstColumn(columns);
        int count = (cores.size() + perBand - 1) / perBand;
        int height = Math.max(1, Math.min(MAX_BAND, body.height() / count));
        for (int band = 0; band < count; band++) {
            int from = band * perBand;
            int to = Math.min(cores.size(), from + perBand);
            // A blank row keeps tall bands apart.
            int gap = height >= 3 ? 1 : 0;
            Canvas rows = body.part(0, band * height + gap, body.width(), height - gap);
            label(rows, cores, from, to);
            for (int x = 0; x < columns; x++) {
                column(rows, label + x, first + x, cores.id(from), cores.id(to - 1));
            }
            value(rows, cores, from, to);
        }
    }

    private static void label(Canvas rows, CoreShares cores, int from, int to) {
        StringBuilder line = rows.line().append(cores.id(from));
        if (to - from > 1) {
            line.append('-').append(cores.id(to - 1));
        } else {
            line.insert(0, "c");
        }
        rows.text(0, rows.height() - 1, Style.DIM, line);
    }

    private void column(Canvas rows, int x, long number, int firstCore, int lastCore) {
        if (number < 0 || number > shown) {
            for (int y = 0; y < rows.height(); y++) {
                rows.put(x, y, Style.TEXT, ' ');
            }
            return;
        }
        float busy = mean(history.get(number).cores(), firstCore, lastCore);
        int eighths = Float.isNaN(busy) ? 0 : Math.round(busy * rows.height() * 8);
        Style style = Style.heat(busy);
        for (int y = 0; y < rows.height(); y++) {
            int level = Math.max(0, Math.min(8, eighths - (rows.height() - 1 - y) * 8));
            boolean bottom = y == rows.height() - 1;
            rows.put(x, y, style, bottom && Float.isNaN(busy) ? '╌' : bottom && level == 0 ? '·' : LEVELS.charAt(level));
        }
    }

    private static float mean(CoreShares cores, int firstCore, int lastCore) {
        float sum = 0;
        int known = 0;
        int found = cores.find(firstCore);
        for (int row = found >= 0 ? found : -found - 1; row < cores.size() && cores.id(row) <= lastCore; row++) {
            if (cores.known(row)) {
                sum += cores.busy(row);
                known++;
            }
        }
        return known == 0 ? Float.NaN : sum / known;
    }

    private static void value(Canvas rows, CoreShares cores, int from, int to) {
        float busy = mean(cores, cores.id(from), cores.id(to - 1));
        StringBuilder line = rows.line();
        if (Float.isNaN(busy)) {
            rows.textRight(rows.height() - 1, Style.DIM, Figures.right(line, cores.offline(from) ? "offline" : "gap ", VALUE));
        } else {
            rows.textRight(rows.height() - 1, Style.heat(busy), Figures.percent(line, busy, VALUE - 1).append(' '));
        }
    }

    /** Below the columns: where a lane began, with its name, and where the user noted something. */
    private void axis(Canvas axis, int label) {
        int columns = columns(axis.width(), label);
        long first = firstColumn(columns);
        axis.fill(0, 0, axis.width(), Style.TEXT, ' ');
        String before = "";
        for (int x = 0; x < columns; x++) {
            long number = first + x;
            if (number >= 0 && number <= shown) {
                String lane = laneName(history.get(number));
                if (!lane.equals(before)) {
                    axis.fill(label + x, 0, columns - x, Style.TEXT, ' ');
                    axis.part(label + x, 0, columns - x, 1)
                            .text(0, 0, Style.DIM, lane.isEmpty() ? "" : axis.line().append('▏').append(lane));
                }
                before = lane;
            }
        }
        for (int x = 0; x < columns; x++) {
            if (first + x >= 0 && first + x <= shown && noted(history.get(first + x).markers())) {
                axis.put(label + x, 0, Style.NOTICE, '▴');
            }
        }
    }

    private static boolean noted(List<Marker> markers) {
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).kind() == Marker.Kind.NOTE) {
                return true;
            }
        }
        return false;
    }

    /** Says at the right end how much of the cores the hypervisor gave to others: in the columns that time looks idle. */
    private static void steal(Canvas axis, CoreShares cores) {
        float sum = 0;
        int known = 0;
        for (int row = 0; row < cores.size(); row++) {
            if (cores.known(row)) {
                sum += cores.steal(row);
                known++;
            }
        }
        if (known > 0 && sum / known >= MIN_STEAL) {
            axis.textRight(0, Style.WARNING, Figures.percent(axis.line().append(" steal "), sum / known, 0).append(' '));
        }
    }

    private static String laneName(Interval interval) {
        int current = interval.current();
        return current < 0 || interval.lanes().get(current).lane().phase().over() ? "" : interval.lanes().get(current).lane().name();
    }
}
