package coreloom.view;

import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.history.ThreadShares;
import coreloom.snapshot.WaitKind;
import java.util.List;

/**
 * Where the time of each thread of one lane went: a bar that makes up the whole interval, and the lock waits of workers.
 *
 * @param interval the interval to show
 */
record WaitsPanel(Interval interval) {
    private static final List<String> WHOLE = List.of("bar = the interval");
    private static final List<String> WAITS_ONLY = List.of("bar = the waits it reports; on-CPU n/a", "bar = its waits");
    private static final List<String> SAMPLED = List.of("bar = the interval, sampled", "sampled");

    void draw(Canvas canvas) {
        int current = interval.current();
        boolean alone = current >= 0 && ThreadColumns.alone(interval.threads(), interval.lanes().get(current).lane().id());
        canvas.title(current < 0 ? "waits" : canvas.line().append("waits of ").append(name(current)).toString(), badges(current, alone));
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (current < 0) {
            body.text(1, 0, Style.DIM, "no lane runs");
        } else {
            LaneSummary lane = interval.lanes().get(current);
            Choice choice = Choice.of(interval.threads(), lane.lane().id());
            boolean reports = choice.waitsTold() || lane.waitShares().known() && !lane.waitShares().sampled();
            ThreadColumns columns = ThreadColumns.of(body, reports, interval.threads(), lane.lane().id());
            heading(body, columns);
            rows(body.part(0, 1, body.width(), body.height() - 2), choice, columns);
            Legend.draw(body.part(0, body.height() - 1, body.width(), 1), Legend.occurring(lane));
        }
    }

    private List<String> badges(int current, boolean alone) {
        if (interval.parts() > 1) {
            return List.of("bar = " + interval.parts() + " samples merged", "merged");
        }
        return alone ? WAITS_ONLY : sampled(current) ? SAMPLED : WHOLE;
    }

    /** Whether the waits in the bars come from looking at the threads now and then. */
    private boolean sampled(int current) {
        return current >= 0 && interval.lanes().get(current).waitShares().sampled();
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
            x = body.text(x, 0, Style.DIM, columns.alone() ? " on-CPU units/s" : " on-CPU  state ");
        }
        body.text(x, 0, Style.DIM, columns.alone() && !columns.wide() ? "   p50   p99   u/s" : "   p50   p99   h/s");
    }

    private void rows(Canvas body, Choice choice, ThreadColumns columns) {
        ThreadShares threads = interval.threads();
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
                x = columns.alone() ? line.text(x, 0, Style.TEXT, Figures.compact(line.line(), threads.unitsPerSecond(row), 8))
                        : line.text(x, 0, Style.DIM, place(line.line().append("  "), threads, row));
            }
            rate(line, waits(line, x, threads, row), columns.alone() && !columns.wide() ? threads.unitsPerSecond(row) : threads.handoffsPerSecond(row));
        }
    }

    /** Six characters, with a decimal where the share is small. */
    private static StringBuilder percent(StringBuilder line, float share) {
        return share < 0.0995 ? Figures.fixed(line, share * 100, 1, 4).append(" %") : Figures.percent(line, share, 6);
    }

    /** State letter and last core, {@link ThreadColumns#PLACE} characters behind what the line holds; blank for a coroutine, which has none. */
    private static StringBuilder place(StringBuilder line, ThreadShares threads, int row) {
        int start = line.length();
        line.append(threads.isCarried(row) ? ' ' : threads.state(row)).append(' ');
        if (threads.knowsCore(row)) {
            line.append(threads.core(row) < 1000 ? "c" : "").append(threads.core(row));
        }
        while (line.length() < start + ThreadColumns.PLACE) {
            line.append(' ');
        }
        return line;
    }

    private static int waits(Canvas line, int x, ThreadShares threads, int row) {
        int next = x;
        if (threads.hasWaits(row)) {
            next = line.text(next, 0, Style.TEXT, Figures.nanos(line.line(), threads.p50Nanos(row), 6));
            next = line.text(next, 0, Style.TEXT, Figures.nanos(line.line(), threads.p99Nanos(row), 6));
        } else {
            next = line.text(next, 0, Style.DIM, "     -     -");
        }
        return next;
    }

    private static void rate(Canvas line, int x, float perSecond) {
        boolean known = !Float.isNaN(perSecond);
        line.text(x, 0, known ? Style.TEXT : Style.DIM, known ? Figures.compact(line.line(), perSecond, 6) : Figures.right(line.line(), "-", 6));
    }

    private static int stacked(Canvas line, int x, int width, ThreadShares threads, int row) {
        boolean alone = !threads.isKernelThread(row);
        if (Float.isNaN(alone ? threads.blocked(row, WaitKind.OTHER) : threads.onCpu(row))) {
            line.text(x, 0, Style.DIM, "first seen");
        } else if (alone) {
            blocked(new StackedBar(line, x, width), threads, row);
        } else {
            StackedBar bar = new StackedBar(line, x, width).onCpu(threads.onCpu(row));
            if (!Float.isNaN(threads.runDelay(row))) {
                blocked(bar.runQueue(threads.runDelay(row)), threads, row);
            }
        }
        return x + width;
    }

    private static void blocked(StackedBar bar, ThreadShares threads, int row) {
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            bar.wait(WaitKind.of(kind), threads.blocked(row, WaitKind.of(kind)));
        }
    }

    /** The threads that found no row of their own, in one line. */
    private static void rest(Canvas line, ThreadShares threads, Choice choice, int drawn) {
        int seen = 0;
        double onCpu = 0;
        boolean coroutines = false;
        for (int row = 0; row < threads.size(); row++) {
            coroutines |= threads.laneId(row) == choice.laneId() && threads.isCarried(row);
            boolean own = choice.shows(threads, row) && seen++ < drawn;
            if (threads.laneId(row) == choice.laneId() && !own && !Float.isNaN(threads.onCpu(row))) {
                onCpu += threads.onCpu(row);
            }
        }
        int count = choice.all() - drawn;
        String noun = coroutines ? " others: " : count == 1 ? " other thread: " : " other threads: ";
        StringBuilder text = line.line().append('+').append(count).append(noun);
        line.text(1, 0, Style.DIM, Figures.fixed(text, onCpu, 2, 0).append(" cores"));
    }
}
