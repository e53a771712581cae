package coreloom.view;

import coreloom.history.ThreadShares;

/**
 * What stands at the right edge of the heatmap: how busy the cores of a row were in the newest sample, how far they differed, and the thread
 * that ran there: of those that were last seen on them, the one with the most on-CPU time.
 *
 * @param wide  whether spread and thread both have room on the row of the value
 * @param tall  rows of the band: those above the value take what has no room beside it
 * @param folds whether there are rows of several cores
 */
record HeatEdge(boolean wide, int tall, boolean folds) {
    private static final int VALUE = 6;
    private static final int SPREAD = 7;
    private static final int NAME = 8;
    private static final int WIDE_NAME = 15;
    /** Less on-CPU time than this is no thread that ran there. */
    private static final float LITTLE = 0.01f;

    int width() {
        return wide ? VALUE + (folds ? SPREAD : 0) + 1 + WIDE_NAME : tall > 1 ? NAME + 2 : VALUE + 1 + (folds ? SPREAD : NAME);
    }

    void draw(Canvas rows, int x, HeatColumn newest, int row, HeatChoice choice, boolean offline) {
        int bottom = rows.height() - 1;
        float value = newest.value(row, choice.value());
        if (Float.isNaN(value)) {
            rows.text(x, bottom, Style.DIM, offline ? " offline" : "   gap");
        } else {
            rows.text(x, bottom, choice.palette().heat(value), Figures.percent(rows.line(), value, VALUE));
        }
    }

    /** Of a row of several cores; its place is beside the value or above it. */
    void spread(Canvas rows, int x, HeatColumn newest, int row) {
        float least = newest.value(row, CellValue.IDLEST);
        boolean beside = wide || tall == 1;
        int from = Math.round(least * 100);
        int to = Math.round(newest.value(row, CellValue.BUSIEST) * 100);
        if (from < to && (beside || tall > 2)) {
            StringBuilder line = rows.line().append(from).append('-').append(to);
            rows.text(x + (beside ? VALUE + 1 : 1), rows.height() - (beside ? 1 : 3), Style.DIM, line);
        }
    }

    void thread(Canvas rows, int x, ThreadShares threads, CoreRows cores, int row) {
        int found = busiest(threads, cores, row);
        boolean beside = wide || tall == 1 && !folds;
        if (found >= 0 && (beside || tall > 1)) {
            int at = beside ? VALUE + (folds ? SPREAD : 0) + 1 : 1;
            rows.text(x + at, rows.height() - (beside ? 1 : 2), Style.TEXT, Figures.cut(rows.line(), threads.name(found), wide ? WIDE_NAME : NAME));
        }
    }

    private static int busiest(ThreadShares threads, CoreRows cores, int row) {
        int found = -1;
        float most = LITTLE;
        for (int i = 0; i < threads.size(); i++) {
            if (threads.onCpu(i) >= most && threads.knowsCore(i) && cores.of(threads.core(i)) == row) {
                most = threads.onCpu(i);
                found = i;
            }
        }
        return found;
    }
}
