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
    private static final int NAME = 9;
    /** As long as the kernel lets a thread's name be. */
    private static final int WIDE_NAME = 15;
    /** State letter, blank and the last core: {@code c12}, {@code 1023}. */
    private static final int PLACE = 6;
    private static final int WIDE = 60;

    void draw(Canvas canvas) {
        int current = interval.current();
        canvas.title(current < 0 ? "waits" : canvas.line().append("waits of ").append(name(current)).toString(), "bar = the interval");
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (current < 0) {
            body.text(1, 0, Style.DIM, "no lane runs");
        } else {
            LaneSummary lane = interval.lanes().get(current);
            Choice choice = Choice.of(interval.threads(), lane.lane().id());
            heading(body, choice.workersOnly() || lane.waitShares().known());
            rows(body.part(0, 1, body.width(), body.height() - 2), lane, choice);
            Legend.draw(body.part(0, body.height() - 1, body.width(), 1));
        }
    }

    private String name(int current) {
        return interval.lanes().get(current).lane().name();
    }

    /** Workers are numbered, and their names short. */
    private static int name(Canvas body, boolean reports) {
        return !reports && body.width() >= WIDE ? WIDE_NAME : NAME;
    }

    /** What the name, its blank and the figures behind the bar leave. */
    private static int bar(Canvas body, boolean reports) {
        int figures = !reports ? 13 + PLACE : body.width() >= WIDE ? 27 + PLACE : 18;
        return Math.max(4, body.width() - 1 - name(body, reports) - 1 - figures);
    }

    private static void heading(Canvas body, boolean reports) {
        int x = body.text(1, 0, Style.DIM, Figures.left(body.line(), "thread", name(body, reports) + 1)) + bar(body, reports);
        if (!reports) {
            body.text(x, 0, Style.DIM, "on-CPU queue state");
            return;
        }
        if (body.width() >= WIDE) {
            x = body.text(x, 0, Style.DIM, " on-CPU  state ");
        }
        body.text(x, 0, Style.DIM, "   p50   p99   h/s");
    }

    private void rows(Canvas body, LaneSummary lane, Choice choice) {
        ThreadShares threads = interval.threads();
        if (!interval.threadsKept()) {
            body.text(1, 0, Style.DIM, "threads are not kept that far back");
            return;
        }
        int room = choice.all() > body.height() || choice.folded() > 0 ? body.height() - 1 : body.height();
        int y = 0;
        for (int row = 0; row < threads.size() && y < Math.min(room, choice.shown()); row++) {
            if (choice.shows(threads, row)) {
                row(body.part(0, y++, body.width(), 1), threads, row);
            }
        }
        if (choice.all() > y) {
            rest(body.part(0, y, body.width(), 1), threads, choice, y);
        }
        if (choice.all() == 0) {
            body.text(1, 0, Style.DIM, lane.lane().phase().over() ? "its threads have ended" : "no thread seen yet");
        }
    }

    /**
     * Which threads of a lane get a row: its workers; or, where none report, all of them.
     *
     * @param laneId lane
     * @param shown  how many get one, room permitting
     * @param all    how many the lane has
     * @param workersOnly whether the rest is folded
     */
    private record Choice(int laneId, int shown, int all, boolean workersOnly) {
        static Choice of(ThreadShares threads, int laneId) {
            int all = 0;
            int workers = 0;
            for (int row = 0; row < threads.size(); row++) {
                if (threads.laneId(row) == laneId) {
                    all++;
                    workers += threads.isWorker(row) ? 1 : 0;
                }
            }
            return new Choice(laneId, workers > 0 ? workers : all, all, workers > 0);
        }

        boolean shows(ThreadShares threads, int row) {
            return threads.laneId(row) == laneId && (threads.isWorker(row) || !workersOnly);
        }

        int folded() {
            return all - shown;
        }
    }

    private static void row(Canvas line, ThreadShares threads, int row) {
        boolean reports = threads.isWorker(row);
        StringBuilder name = Figures.left(line.line(), threads.name(row), name(line, reports)).append(' ');
        int x = line.text(1, 0, reports ? Style.TEXT : Style.DIM, name);
        x = stacked(line, x, bar(line, reports), threads, row);
        if (!reports) {
            x = line.text(x, 0, Style.TEXT, percent(line.line(), threads.onCpu(row)));
            x = line.text(x, 0, Style.TEXT, percent(line.line(), threads.runDelay(row)));
            line.text(x, 0, Style.DIM, place(line.line().append(' '), threads, row));
        } else {
            if (line.width() >= WIDE) {
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

    /** State letter and last core, {@link #PLACE} characters behind what the line holds. */
    private static StringBuilder place(StringBuilder line, ThreadShares threads, int row) {
        int start = line.length();
        line.append(threads.state(row)).append(' ');
        if (threads.knowsCore(row)) {
            line.append(threads.core(row) < 1000 ? "c" : "").append(threads.core(row));
        }
        while (line.length() < start + PLACE) {
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

    /** Draws the shares one behind the other so that they fill the bar exactly: each ends where the running sum says. */
    private static int stacked(Canvas line, int x, int width, ThreadShares threads, int row) {
        float onCpu = threads.onCpu(row);
        if (Float.isNaN(onCpu)) {
            line.text(x, 0, Style.DIM, "first seen");
            return x + width;
        }
        double sum = onCpu;
        int at = segment(line, x, 0, sum * width, Style.ON_CPU, '█');
        if (!Float.isNaN(threads.runDelay(row))) {
            sum += threads.runDelay(row);
            at = segment(line, x, at, sum * width, Style.RUN_QUEUE, '▓');
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                WaitKind wait = WaitKind.of(kind);
                sum += threads.blocked(row, wait);
                at = segment(line, x, at, sum * width, Legend.style(wait), Legend.glyph(wait));
            }
        }
        return x + width;
    }

    private static int segment(Canvas line, int x, int from, double until, Style style, char glyph) {
        int to = (int) Math.round(until);
        line.fill(x + from, 0, to - from, style, glyph);
        return Math.max(from, to);
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
