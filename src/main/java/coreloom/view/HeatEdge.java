package coreloom.view;

import coreloom.history.ThreadShares;

/**
 * What stands at the right edge of the heatmap: how busy the cores of a row were in the newest sample, how far they differed, and the thread
 * that ran there: of those that were last seen on them, the one with the most on-CPU time.
 *
 * @param panel columns of the whole panel
 * @param tall  rows of a band: those above the value take what would need columns beside it
 * @param folds whether there are rows of several cores
 */
record HeatEdge(int panel, int tall, boolean folds) {
    private static final int VALUE = 6;
    private static final int SPREAD = 7;
    /** A panel of so many columns has room for spread and thread beside the value, and one of so many for long names. */
    private static final int MIDDLE = 50;
    private static final int BROAD = 80;
    /** Less on-CPU time than this is no thread that ran there. */
    private static final float LITTLE = 0.01f;

    private int name() {
        return panel >= BROAD ? 15 : panel >= MIDDLE ? 11 : 8;
    }

    int width() {
        if (tall > 1) {
            return name() + 2;
        }
        return VALUE + 1 + (folds && panel < MIDDLE ? SPREAD : (folds ? SPREAD : 0) + name());
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

    /** Of a row of several cores; its place is beside the value or, in a tall band, two rows above it. */
    void spread(Canvas rows, int x, HeatColumn newest, int row) {
        float least = newest.value(row, CellValue.IDLEST);
        int from = Math.round(least * 100);
        int to = Math.round(newest.value(row, CellValue.BUSIEST) * 100);
        if (from < to && (tall == 1 || tall > 2)) {
            StringBuilder line = rows.line().append(from).append('-').append(to);
            rows.text(x + (tall == 1 ? VALUE + 1 : 1), rows.height() - (tall == 1 ? 1 : 3), Style.DIM, line);
        }
    }

    /** Its place is beside the value or, in a tall band, above it. */
    void thread(Canvas rows, int x, ThreadShares threads, CoreRows cores, int row) {
        int found = busiest(threads, cores, row);
        boolean room = tall > 1 || !folds || panel >= MIDDLE;
        if (found >= 0 && room) {
            int at = tall > 1 ? 1 : VALUE + 1 + (folds ? SPREAD : 0);
            rows.text(x + at, rows.height() - (tall > 1 ? 2 : 1), Style.TEXT, Figures.cut(rows.line(), threads.name(found), name()));
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
