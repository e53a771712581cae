package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.snapshot.LogicalCore;
import java.util.List;

/**
 * Cores × time: a band of rows for each core or part of the machine, a column for each sample or a few; height or density of the glyph and
 * colour both say how busy it was. The picture is written over from left to right (see {@link Sweep}), so that a tick sends one column.
 *
 * @param history  where the intervals are
 * @param shown    number of the newest interval to show
 * @param choice   how the user wants it
 * @param topology the cores of the machine, as far as told
 */
record Heatmap(History history, long shown, HeatChoice choice, List<LogicalCore> topology) {
    private static final int LABEL = 6;
    private static final int LIST = 14;
    private static final int WIDE = 80;
    private static final int MAX_BAND = 12;
    /** Cores of one row that are further apart than this are drawn in shades, not in blocks. */
    private static final float UNEVEN = 0.5f;
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final String SHADES = "░▒▓▓";

    void draw(Canvas canvas) {
        Interval newest = history.get(shown);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 2);
        CoreRows rows = rows(newest.cores(), body);
        HeatTitle title = new HeatTitle(choice, rows);
        canvas.title(title.words(), title.badges());
        boolean drawable = rows.count() > 0 && newest.cores().size() > 0;
        if (!drawable || !rows.told()) {
            body.text(1, 0, Style.DIM, drawable ? "n/a: this machine does not tell its " + choice.fold().words() + "s"
                    : "n/a: core times cannot be read here");
        }
        int height = rows.count() == 0 ? 1 : Math.max(1, Math.min(MAX_BAND, body.height() / rows.count()));
        HeatEdge edge = new HeatEdge(canvas.width(), height - gapAbove(height), rows.greatest() > 1);
        int label = label(body, rows);
        Sweep sweep = new Sweep(shown, Math.max(1, body.width() - label - edge.width()), choice.samplesPerColumn());
        if (drawable && rows.told()) {
            Canvas[] bands = new Canvas[rows.count()];
            for (int row = 0; row < bands.length; row++) {
                bands[row] = body.part(0, row * height + gapAbove(height), body.width(), height - gapAbove(height));
                bands[row].text(0, bands[row].height() - 1, Style.DIM, labelled(body, rows, row));
            }
            HeatColumn column = new HeatColumn(rows.count());
            cells(bands, column, rows, label, sweep);
            edges(bands, column, rows, label + sweep.columns(), edge);
        }
        new HeatAxis(history, sweep, label, topology).draw(canvas.part(0, canvas.height() - 1, canvas.width(), 1));
    }

    private CoreRows rows(CoreShares cores, Canvas body) {
        boolean[] busiest = choice.fold() == Fold.BUSIEST ? new Busiest(history, shown, body.width()).choose(body.height() - 1)
                : new boolean[0];
        return CoreRows.of(choice.fold(), topology, cores, body.height(), busiest);
    }

    /** A blank row keeps tall bands apart. */
    private static int gapAbove(int height) {
        return height >= 3 ? 1 : 0;
    }

    /** Room for the longest label and a blank. */
    private static int label(Canvas body, CoreRows rows) {
        int width = LABEL - 1;
        for (int row = 0; row < rows.count(); row++) {
            width = Math.max(width, labelled(body, rows, row).length());
        }
        return width + 1;
    }

    private static StringBuilder labelled(Canvas body, CoreRows rows, int row) {
        StringBuilder line = rows.label(body.line(), row);
        boolean listed = body.width() >= WIDE && rows.size(row) > 2 && !rows.namedByCores();
        return listed ? rows.list(line.append(' '), row, LIST) : line;
    }

    private void cells(Canvas[] bands, HeatColumn column, CoreRows rows, int label, Sweep sweep) {
        for (int x = 0; x < sweep.columns(); x++) {
            if (fill(column, rows, sweep, x)) {
                for (int row = 0; row < bands.length; row++) {
                    cell(bands[row], label + x, column, row);
                }
            }
        }
    }

    /** Adds up the samples of a column; false where it is blank. */
    private boolean fill(HeatColumn column, CoreRows rows, Sweep sweep, int x) {
        column.clear();
        long first = sweep.first(x);
        boolean any = false;
        for (long number = Math.max(first, history.oldest()); first >= 0 && number <= sweep.last(x); number++) {
            column.add(rows, history.get(number).cores(), history.get(number).nanos());
            any = true;
        }
        return any;
    }

    private void cell(Canvas band, int x, HeatColumn column, int row) {
        float value = column.value(row, choice.value());
        int bottom = band.height() - 1;
        if (Float.isNaN(value)) {
            band.put(x, bottom, Style.DIM, '╌');
            return;
        }
        Style style = choice.palette().heat(value);
        boolean mean = choice.value() == CellValue.MEAN;
        if (bottom == 0 && mean && column.spread(row) > UNEVEN) {
            band.put(x, 0, style, SHADES.charAt((int) (value * 3)));
            return;
        }
        int eighths = Math.round(value * band.height() * 8);
        int most = mean ? (int) (column.value(row, CellValue.BUSIEST) * band.height()) : 0;
        for (int y = 0; y <= bottom; y++) {
            int level = Math.max(0, Math.min(8, eighths - (bottom - y) * 8));
            boolean above = level == 0 && bottom - y < most;
            band.put(x, y, style, above ? SHADES.charAt(0) : y == bottom && level == 0 ? '·' : LEVELS.charAt(level));
        }
    }

    private void edges(Canvas[] bands, HeatColumn column, CoreRows rows, int x, HeatEdge edge) {
        Interval newest = history.get(shown);
        column.clear();
        column.add(rows, newest.cores(), newest.nanos());
        for (int row = 0; row < rows.count(); row++) {
            Canvas band = bands[row];
            edge.draw(band, x, column, row, choice, offline(newest.cores(), rows, row));
            if (rows.size(row) > 1) {
                edge.spread(band, x, column, row);
            }
            if (!Float.isNaN(column.value(row, CellValue.MEAN))) {
                edge.thread(band, x, newest.threads(), rows, row);
            }
        }
    }

    /** Whether none of the cores of a row is online. */
    private static boolean offline(CoreShares cores, CoreRows rows, int row) {
        for (int i = 0; i < cores.size(); i++) {
            if (rows.of(cores.id(i)) == row && !cores.offline(i)) {
                return false;
            }
        }
        return true;
    }
}
