package coreloom.view;

import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.history.ThreadShares;
import coreloom.snapshot.WaitKind;

/**
 * Where the time of each thread of one lane went: a bar that makes up the whole interval, and the lock waits of workers.
 *
 * @param interval the interval to show
 */
record WaitsPanel(Interval interval) {
    void draw(Canvas canvas) {
        int current = interval.current();
        canvas.title(current < 0 ? "waits" : canvas.line().append("waits of ").append(name(current)).toString(), "bar = the interval");
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (current < 0) {
            body.text(1, 0, Style.DIM, "no lane runs");
        } else {
            LaneSummary lane = interval.lanes().get(current);
            Choice choice = Choice.of(interval.threads(), lane.lane().id());
            boolean reports = choice.waitsTold() || lane.waitShares().known();
            ThreadColumns columns = ThreadColumns.of(body, reports, interval.threads(), lane.lane().id());
            heading(body, columns);
            rows(body.part(0, 1, body.width(), body.height() - 2), choice, columns);
            Legend.draw(body.part(0, body.height() - 1, body.width(), 1));
        }
    }

    private String name(int current) {
        return interval.lanes().get(current).lane().name();
    }

    private static void heading(Canvas body, ThreadColumns columns) {
        int x = body.text(1, 0, Style.DIM, columns.heading(body.line())) + columns.bar();
        if (!columns.reports()) {
            body.text(x, 0, Style.DIM, "on-CPU queue state");
            return;
        }
        if (columns.wide()) {
            x = body.text(x, 0, Style.DIM, " on-CPU  state ");
        }
        body.text(x, 0, Style.DIM, "   p50   p99   h/s");
    }

    private void rows(Canvas body, Choice choice, ThreadColumns columns) {
        ThreadShares threads = interval.threads();
        if (!interval.threadsKept()) {
            body.text(1, 0, Style.DIM, "threads are not kept that far back");
            return;
        }
        int room = choice.all() > body.height() || choice.folded() > 0 ? body.height() - 1 : body.height();
        int y = 0;
        for (int row = 0; row < threads.size() && y < Math.min(room, choice.shown()); row++) {
            if (choice.shows(threads, row)) {
                row(body.part(0, y++, body.width(), 1), columns, threads, row);
            }
        }
        if (choice.all() > y) {
            rest(body.part(0, y, body.width(), 1), threads, choice, y);
        }
        if (choice.all() == 0) {
            body.text(1, 0, Style.DIM, "no thread seen yet");
        }
    }

    /**
     * Which threads of a lane get a row: its workers; or, where none report, all of them.
     *
     * @param laneId lane
     * @param shown  how many get one, room permitting
     * @param all    how many the lane has
     * @param workersOnly whether the rest is folded
     * @param waitsTold whether there is a worker that tells its waits
     */
    private record Choice(int laneId, int shown, int all, boolean workersOnly, boolean waitsTold) {
        static Choice of(ThreadShares threads, int laneId) {
            int all = 0;
            int workers = 0;
            boolean told = false;
            for (int row = 0; row < threads.size(); row++) {
                if (threads.laneId(row) == laneId) {
                    all++;
                    workers += threads.isWorker(row) ? 1 : 0;
                    told |= threads.tellsWaits(row);
                }
            }
            return new Choice(laneId, workers > 0 ? workers : all, all, workers > 0, told);
        }

        boolean shows(ThreadShares threads, int row) {
            return threads.laneId(row) == laneId && (threads.isWorker(row) || !workersOnly);
        }

        int folded() {
            return all - shown;
        }
    }

    private static void row(Canvas line, ThreadColumns columns, ThreadShares threads, int row) {
        int x = line.text(1, 0, columns.reports() ? Style.TEXT : Style.DIM, columns.name(line.line(), threads, row));
        x = stacked(line, x, columns.bar(), threads, row);
        if (!columns.reports()) {
            x = line.text(x, 0, Style.TEXT, percent(line.line(), threads.onCpu(row)));
            x = line.text(x, 0, Style.TEXT, percent(line.line(), threads.runDelay(row)));
            line.text(x, 0, Style.DIM, place(line.line().append(' '), threads, row));
        } else {
            if (columns.wide()) {
                x = line.text(x, 0, Style.TEXT, Figures.percent(line.line(), threads.onCpu(row), 7));
                x = line.text(x, 0, Style.DIM, place(line.line().append("  "), threads, row));
            }
            waits(line, x, threads, row);
        }
    }

    /** Six characters, with a decimal where the share is small. */
    private static StringBuilder percent(StringBuilder line, float share) {
        return share < 0.0995 ? Figures.fixed(line, share * 100, 1, 4).append(" %") : Figures.percent(line, share, 6);
    }

    /** State letter and last core, {@link ThreadColumns#PLACE} characters behind what the line holds. */
    private static StringBuilder place(StringBuilder line, ThreadShares threads, int row) {
        int start = line.length();
        line.append(threads.state(row)).append(' ');
        if (threads.knowsCore(row)) {
            line.append(threads.core(row) < 1000 ? "c" : "").append(threads.core(row));
        }
        while (line.length() < start + ThreadColumns.PLACE) {
            line.append(' ');
        }
        return line;
    }

    private static void waits(Canvas line, int x, ThreadShares threads, int row) {
        int next = x;
        if (threads.hasWaits(row)) {
            next = line.text(next, 0, Style.TEXT, Figures.nanos(line.line(), threads.p50Nanos(row), 6));
            next = line.text(next, 0, Style.TEXT, Figures.nanos(line.line(), threads.p99Nanos(row), 6));
        } else {
            next = line.text(next, 0, Style.DIM, "     -     -");
        }
        boolean reports = !Float.isNaN(threads.handoffsPerSecond(row));
        line.text(next, 0, reports ? Style.TEXT : Style.DIM,
                reports ? Figures.compact(line.line(), threads.handoffsPerSecond(row), 6) : Figures.right(line.line(), "-", 6));
    }

    private static int stacked(Canvas line, int x, int width, ThreadShares threads, int row) {
        if (Float.isNaN(threads.onCpu(row))) {
            line.text(x, 0, Style.DIM, "first seen");
            return x + width;
        }
        StackedBar bar = new StackedBar(line, x, width).onCpu(threads.onCpu(row));
        if (!Float.isNaN(threads.runDelay(row))) {
            bar.runQueue(threads.runDelay(row));
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                bar.wait(WaitKind.of(kind), threads.blocked(row, WaitKind.of(kind)));
            }
        }
        return x + width;
    }

    /** The threads that found no row of their own, in one line. */
    private static void rest(Canvas line, ThreadShares threads, Choice choice, int drawn) {
        int seen = 0;
        double onCpu = 0;
        for (int row = 0; row < threads.size(); row++) {
            boolean own = choice.shows(threads, row) && seen++ < drawn;
            if (threads.laneId(row) == choice.laneId() && !own && !Float.isNaN(threads.onCpu(row))) {
                onCpu += threads.onCpu(row);
            }
        }
        int count = choice.all() - drawn;
        StringBuilder text = line.line().append('+').append(count).append(count == 1 ? " other thread: " : " other threads: ");
        line.text(1, 0, Style.DIM, Figures.fixed(text, onCpu, 2, 0).append(" cores"));
    }
}
