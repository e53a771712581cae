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
 * @param choice   how the user wants it
 */
record WaitsPanel(Interval interval, WaitsChoice choice) {
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
            boolean reports = waitsTold(interval.threads(), lane.lane().id()) || lane.waitShares().known() && !lane.waitShares().sampled();
            boolean grouped = choice.grouping() != Grouping.NONE;
            ThreadColumns columns = ThreadColumns.of(body, reports, grouped, interval.threads(), lane.lane().id());
            heading(body, columns);
            ThreadList list = canvas.ink().threads();
            boolean workersOnly = !grouped && choice.filter().any() && ThreadList.hasWorkers(interval.threads(), lane.lane().id());
            list.choose(interval.threads(), lane.lane().id(), workersOnly, choice);
            rows(body.part(0, 1, body.width(), body.height() - 2), list, columns);
            Legend.draw(body.part(0, body.height() - 1, body.width(), 1), Legend.occurring(lane));
        }
    }

    private List<String> badges(int current, boolean alone) {
        List<String> bar = interval.parts() > 1 ? List.of("bar = " + interval.parts() + " samples merged", "merged") : alone ? WAITS_ONLY : sampled(current) ? SAMPLED : WHOLE;
        if (choice.equals(WaitsChoice.USUAL)) {
            return bar;
        }
        String said = (choice.grouping() == Grouping.NONE ? "" : ", by " + choice.grouping().words())
                + (choice.order() == ThreadOrder.USUAL ? "" : ", sorted: " + choice.order().words())
                + (choice.filter().any() ? "" : ", only " + choice.filter().text());
        return List.of(bar.get(0) + said, bar.get(bar.size() - 1) + said, said.substring(2), "chosen");
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

    private void rows(Canvas body, ThreadList list, ThreadColumns columns) {
        int listed = 0;
        for (int place = 0; place < list.rows(); place++) {
            listed += list.size(place);
        }
        boolean others = list.rows() > body.height() || listed < list.all();
        int room = Math.min(list.rows(), others ? body.height() - 1 : body.height());
        for (int place = 0; place < room; place++) {
            row(body.part(0, place, body.width(), 1), columns, list, place);
        }
        if (others) {
            rest(body.part(0, room, body.width(), 1), list, room);
        }
        if (list.all() == 0) {
            body.text(1, 0, Style.DIM, "no thread seen yet");
        }
    }

    /** Whether there is a worker that tells its waits. */
    private static boolean waitsTold(ThreadShares threads, int laneId) {
        for (int row = 0; row < threads.size(); row++) {
            if (threads.laneId(row) == laneId && threads.tellsWaits(row)) {
                return true;
            }
        }
        return false;
    }

    private void row(Canvas line, ThreadColumns columns, ThreadList list, int place) {
        ThreadShares threads = interval.threads();
        int row = list.thread(place);
        int x = line.text(1, 0, columns.reports() ? Style.TEXT : Style.DIM, columns.grouped()
                ? columns.groupName(line.line(), list, place) : columns.name(line.line(), threads, row));
        x = stacked(line, x, columns.bar(), list, place, threads.isKernelThread(row));
        if (!columns.reports()) {
            x = line.text(x, 0, Style.TEXT, percent(line.line(), list.onCpu(place)));
            x = line.text(x, 0, Style.TEXT, percent(line.line(), list.runDelay(place)));
            line.text(x, 0, Style.DIM, place(line.line().append(' '), list, threads, place));
        } else {
            if (columns.wide()) {
                x = line.text(x, 0, Style.TEXT, Figures.percent(line.line(), list.onCpu(place), 7));
                x = columns.alone() ? line.text(x, 0, Style.TEXT, Figures.compact(line.line(), list.unitsPerSecond(place), 8))
                        : line.text(x, 0, Style.DIM, place(line.line().append("  "), list, threads, place));
            }
            x = waits(line, x, threads, row, list.size(place) == 1);
            rate(line, x, columns.alone() && !columns.wide() ? list.unitsPerSecond(place) : list.handoffsPerSecond(place));
        }
    }

    /** Six characters, with a decimal where the share is small. */
    private static StringBuilder percent(StringBuilder line, float share) {
        return share < 0.0995 ? Figures.fixed(line, share * 100, 1, 4).append(" %") : Figures.percent(line, share, 6);
    }

    /**
     * State letter and last core, {@link ThreadColumns#PLACE} characters behind what the line holds; blank for a coroutine, which has none, and
     * for several threads.
     */
    private static StringBuilder place(StringBuilder line, ThreadList list, ThreadShares threads, int place) {
        int start = line.length();
        int row = list.thread(place);
        if (list.size(place) == 1) {
            line.append(threads.isCarried(row) ? ' ' : threads.state(row)).append(' ');
            if (threads.knowsCore(row)) {
                line.append(threads.core(row) < 1000 ? "c" : "").append(threads.core(row));
            }
        }
        while (line.length() < start + ThreadColumns.PLACE) {
            line.append(' ');
        }
        return line;
    }

    /** Percentiles of several threads cannot be told from those of each. */
    private static int waits(Canvas line, int x, ThreadShares threads, int row, boolean single) {
        int next = x;
        if (single && threads.hasWaits(row)) {
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

    private static int stacked(Canvas line, int x, int width, ThreadList list, int place, boolean kernelThread) {
        if (Float.isNaN(kernelThread ? list.onCpu(place) : list.blocked(place, WaitKind.OTHER))) {
            line.text(x, 0, Style.DIM, "first seen");
        } else if (!kernelThread) {
            blocked(new StackedBar(line, x, width), list, place);
        } else {
            StackedBar bar = new StackedBar(line, x, width).onCpu(list.onCpu(place));
            if (!Float.isNaN(list.runDelay(place))) {
                blocked(bar.runQueue(list.runDelay(place)), list, place);
            }
        }
        return x + width;
    }

    private static void blocked(StackedBar bar, ThreadList list, int place) {
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            bar.wait(WaitKind.of(kind), list.blocked(place, WaitKind.of(kind)));
        }
    }

    /** The threads that found no row, in one line. */
    private void rest(Canvas line, ThreadList list, int drawn) {
        int count = list.all();
        double onCpu = list.allOnCpu();
        for (int place = 0; place < drawn; place++) {
            count -= list.size(place);
            onCpu -= list.cores(place);
        }
        String noun = coroutines(list) ? " others: " : count == 1 ? " other thread: " : " other threads: ";
        StringBuilder text = line.line().append('+').append(count).append(noun);
        line.text(1, 0, Style.DIM, Figures.fixed(text, Math.max(0, onCpu), 2, 0).append(" cores"));
    }

    private boolean coroutines(ThreadList list) {
        for (int place = 0; place < list.rows(); place++) {
            if (interval.threads().isCarried(list.thread(place))) {
                return true;
            }
        }
        return false;
    }
}
