package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.Interval;
import coreloom.snapshot.LogicalCore;
import java.util.List;

/**
 * Cores × time: a band of rows for each core or part of the machine, a column for each sample or a few; height or density of the glyph and
 * colour both say how busy it was. The picture is written over from left to right (see {@link Sweep}), so that a tick sends one column.
 *
 * @param name     what is shown, where that is to be told; else empty
 * @param samples  what stands behind the columns
 * @param shown    number of the newest sample to show
 * @param choice   how the user wants it
 * @param topology the cores of the machine, as far as told
 */
record Heatmap(String name, Samples samples, long shown, HeatChoice choice, List<LogicalCore> topology) {
    private static final int LABEL = 6;
    private static final int LIST = 14;
    private static final int WIDE = 80;
    private static final int MAX_BAND = 12;
    /** Cores of one row that are further apart than this are drawn in shades, not in blocks. */
    private static final float UNEVEN = 0.5f;
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final String SHADES = "░▒▓▓";

    /**
     * How the picture is divided in a place of that size.
     *
     * @param rows   which cores share a row
     * @param height lines of a row's band, the blank one above it included
     * @param label  columns at the left for what rows are called
     * @param edge   what stands at the right
     * @param width  columns of all
     */
    private record Parts(CoreRows rows, int height, int label, HeatEdge edge, int width) {
        int columns() {
            return Math.max(1, width - label - edge.width());
        }

        Canvas band(Canvas body, int row) {
            return body.part(0, row * height + gapAbove(height), body.width(), height - gapAbove(height));
        }
    }

    void draw(Canvas canvas) {
        Parts parts = parts(canvas);
        draw(canvas, parts, parts.columns());
    }

    /** Draws both so that a column stands at the same place in each. */
    static void drawAlike(Heatmap one, Canvas place, Heatmap other, Canvas otherPlace) {
        Parts parts = one.parts(place);
        Parts otherParts = other.parts(otherPlace);
        int columns = Math.min(parts.columns(), otherParts.columns());
        one.draw(place, parts, columns);
        other.draw(otherPlace, otherParts, columns);
    }

    private static Canvas body(Canvas canvas) {
        return canvas.part(0, 1, canvas.width(), canvas.height() - 2);
    }

    private Parts parts(Canvas canvas) {
        Canvas body = body(canvas);
        CoreRows rows = rows(samples.at(shown).cores(), body);
        int height = rows.count() == 0 ? 1 : Math.max(1, Math.min(MAX_BAND, body.height() / rows.count()));
        HeatEdge edge = new HeatEdge(canvas.width(), height - gapAbove(height), rows.greatest() > 1);
        return new Parts(rows, height, label(body, rows), edge, body.width());
    }

    private void draw(Canvas canvas, Parts parts, int columns) {
        Canvas body = body(canvas);
        CoreRows rows = parts.rows();
        HeatTitle title = new HeatTitle(name, choice, rows);
        canvas.title(title.words(canvas.width()), title.badges());
        boolean drawable = rows.count() > 0 && samples.at(shown).cores().size() > 0;
        if (!drawable || !rows.told()) {
            body.text(1, 0, Style.DIM, drawable ? "n/a: this machine does not tell its " + choice.fold().words() + "s"
                    : "n/a: core times cannot be read here");
        }
        Sweep sweep = new Sweep(shown, columns, choice.samplesPerColumn());
        if (drawable && rows.told()) {
            Canvas[] bands = new Canvas[rows.count()];
            for (int row = 0; row < bands.length; row++) {
                bands[row] = parts.band(body, row);
                bands[row].text(0, bands[row].height() - 1, Style.DIM, labelled(body, rows, row));
            }
            HeatColumn column = new HeatColumn(rows.count());
            cells(bands, column, parts, sweep);
            edges(bands, column, rows, parts.label() + columns, parts.edge());
        }
        new HeatAxis(samples, sweep, parts.label(), topology).draw(canvas.part(0, canvas.height() - 1, canvas.width(), 1));
    }

    private CoreRows rows(CoreShares cores, Canvas body) {
        boolean[] busiest = choice.fold() == Fold.BUSIEST ? new Busiest(samples, shown, body.width()).choose(body.height() - 1)
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

    private void cells(Canvas[] bands, HeatColumn column, Parts parts, Sweep sweep) {
        for (int x = 0; x < sweep.columns(); x++) {
            if (sweep.first(x) >= 0) {
                fill(column, parts.rows(), sweep.first(x), sweep.last(x));
                for (int row = 0; row < bands.length; row++) {
                    cell(bands[row], parts.label() + x, column, row);
                }
            }
        }
    }

    /** Adds up all that was during the samples of a column. */
    private void fill(HeatColumn column, CoreRows rows, long from, long to) {
        column.clear();
        for (long sample = from; sample <= to; sample++) {
            long last = samples.last(sample);
            for (long number = samples.first(sample); number <= last; number = samples.get(number).number() + 1) {
                column.add(rows, samples.get(number).cores(), samples.get(number).nanos());
            }
        }
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
        Interval newest = samples.at(shown);
        fill(column, rows, shown, shown);
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
