package coreloom.view;

import coreloom.history.ThreadShares;

/**
 * Which columns the rows of threads have and how wide they are.
 *
 * @param width   columns of the panel
 * @param reports whether the threads are workers that report their waits; they are numbered, so that their names are short and their own
 * @param tids    whether the kernel's number stands before the name
 * @param grouped whether a row may be several threads
 * @param alone   whether they are workers without a kernel thread of their own, of which only their own reports are known
 */
record ThreadColumns(int width, boolean reports, boolean tids, boolean grouped, boolean alone) {
    private static final int NAME = 9;
    private static final int GROUP_NAME = 14;
    /** As long as the kernel lets a thread's name be. */
    private static final int WIDE_NAME = 15;
    /** As long as the kernel's numbers get, and a blank. */
    private static final int WIDE_TID = 8;
    /** State letter, blank and the last core: {@code c12}, {@code 1023}. */
    static final int PLACE = 6;
    private static final int WIDE = 60;
    /** Numbers stand before names where there is room, and where the names of the first rows do not tell the threads of the lane apart. */
    static ThreadColumns of(Canvas body, boolean reports, boolean grouped, ThreadShares threads, int laneId) {
        boolean tids = !reports && !grouped && (body.width() >= WIDE || !unique(threads, laneId, body.height()));
        return new ThreadColumns(body.width(), reports, tids, grouped, alone(threads, laneId));
    }

    /** Workers come first, and those of a lane are all of one kind. */
    static boolean alone(ThreadShares threads, int laneId) {
        for (int row = 0; row < threads.size(); row++) {
            if (threads.laneId(row) == laneId) {
                return !threads.isKernelThread(row);
            }
        }
        return false;
    }

    private static boolean unique(ThreadShares threads, int laneId, int rows) {
        for (int row = 0, seen = 0; row < threads.size() && seen < rows; row++) {
            if (threads.laneId(row) == laneId) {
                seen++;
                for (int other = 0; other < row; other++) {
                    if (threads.laneId(other) == laneId && threads.name(row).equals(threads.name(other))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    boolean wide() {
        return width >= WIDE;
    }

    /** Room for number and name. */
    int name() {
        return !wide() && grouped ? GROUP_NAME : !wide() || reports && !grouped ? NAME : WIDE_TID + WIDE_NAME;
    }

    /** What the name, its blank and the figures behind the bar leave. */
    int bar() {
        int figures = !reports ? 13 + PLACE : wide() ? 27 + PLACE : 18;
        return Math.max(4, width - 1 - name() - 1 - figures);
    }

    StringBuilder heading(StringBuilder line) {
        if (tids && wide()) {
            Figures.right(line, "tid", WIDE_TID - 1).append(' ');
        }
        return Figures.left(line, "thread", name() + 1 - line.length());
    }

    /** The name as it is drawn, and a blank; the line must be empty. */
    StringBuilder name(StringBuilder line, ThreadShares threads, int row) {
        if (tids) {
            Figures.fixed(line, threads.tid(row), 0, wide() ? WIDE_TID - 1 : 0).append(' ');
        }
        return Figures.left(line, threads.name(row), name() - line.length()).append(' ');
    }

    /** What a row of several threads is called, and a blank; the line must be empty. */
    StringBuilder groupName(StringBuilder line, ThreadList list, int place) {
        list.groupName(line, place);
        if (line.length() > name()) {
            line.setLength(name() - 1);
            line.append('…');
        }
        while (line.length() <= name()) {
            line.append(' ');
        }
        return line;
    }
}
