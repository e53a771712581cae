package coreloom.view;

import coreloom.history.CoreTrail;
import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.history.ThreadShares;
import java.util.List;

/**
 * Threads × time: on which core each thread was last seen at each sample. A line runs on as long as a thread stays; where it has moved stands
 * the core that it moved to, in that core's colour.
 *
 * <pre>
 *   worker-0  0─────1──0────··──  c0   0.3
 * </pre>
 *
 * @param history where the trails are
 * @param shown   number of the newest interval to show
 * @param choices how the user wants it: samples a column as in the heatmap, threads as in the waits
 */
record PlacementPanel(History history, long shown, Choices choices) {
    private static final List<String> BADGES = List.of("number = moved to that core, as seen at samples; · did not run",
        "number = moved there, seen at samples", "moves seen at samples", "seen");
    private static final int WIDE = 60;
    /** Core, number of cores that it may use, moves a second. */
    private static final int EDGE = 17;
    private static final int RATE = 6;
    /** Where there is room, the cores that it may use are listed. */
    private static final int LIST = 12;
    private static final String GLYPHS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Style[] COLOURS = {Style.IO, Style.RUN_QUEUE, Style.ON_CPU, Style.LOCK, Style.COLLECTOR, Style.EVENT_LOOP,
        Style.INTERPRETER_LOCK, Style.POOL};

    void draw(Canvas canvas) {
        Interval interval = history.get(shown);
        int current = interval.current();
        canvas.title("placement", BADGES);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        boolean kept = shown > history.count() - 1 - CoreTrail.LENGTH;
        if (current < 0 || !kept) {
            body.text(1, 0, Style.DIM, current < 0 ? "no lane runs" : "placement is not kept that far back");
            return;
        }
        LaneSummary lane = interval.lanes().get(current);
        ThreadList list = canvas.ink().threads();
        boolean workers = ThreadList.hasWorkers(interval.threads(), lane.lane().id());
        WaitsChoice single = new WaitsChoice(choices.waits().order(), Grouping.NONE, choices.waits().filter());
        list.choose(interval.threads(), lane.lane().id(), workers && single.filter().any(), single);
        ThreadColumns columns = ThreadColumns.of(body, workers, false, interval.threads(), lane.lane().id());
        int left = 2 + columns.name();
        Sweep sweep = new Sweep(shown, Math.max(1, body.width() - left - edge(body)), choices.heat().samplesPerColumn());
        heading(body, columns, left, sweep);
        rows(body.part(0, 1, body.width(), body.height() - 1), list, columns, sweep);
    }

    private static void heading(Canvas body, ThreadColumns columns, int left, Sweep sweep) {
        body.text(1, 0, Style.DIM, columns.heading(body.line()));
        if (sweep.columns() > 1 && sweep.newest() / sweep.samples() >= sweep.columns() - 1) {
            body.put(left + sweep.gap(), 0, Style.STRONG, '◂');
        }
        StringBuilder line = body.line().append(" core/may  moves/s ");
        body.textRight(0, Style.DIM, wide(body) ? Figures.left(line, " may use", LIST) : line);
    }

    private static boolean wide(Canvas body) {
        return body.width() >= WIDE;
    }

    private static int edge(Canvas body) {
        return wide(body) ? EDGE + LIST : EDGE;
    }

    private void rows(Canvas body, ThreadList list, ThreadColumns columns, Sweep sweep) {
        ThreadShares threads = history.get(shown).threads();
        int[] chosen = new int[body.height()];
        int count = 0;
        for (int place = 0; place < list.rows() && count < chosen.length; place++) {
            int thread = list.thread(place);
            if (threads.isKernelThread(thread) && !threads.isCarried(thread)) {
                chosen[count++] = thread;
            }
        }
        if (choices.waits().order() == ThreadOrder.USUAL) {
            settle(chosen, count, threads);
        }
        for (int y = 0; y < count; y++) {
            row(body.part(0, y, body.width(), 1), threads, chosen[y], columns, sweep);
        }
        if (count == 0) {
            body.text(1, 0, Style.DIM, list.rows() == 0 ? "no thread seen yet" : "n/a: these workers have no kernel threads of their own");
        }
    }

    /** Puts the chosen threads in the order of their ids: rows that change places at every tick show no line. */
    private static void settle(int[] chosen, int count, ThreadShares threads) {
        for (int i = 1; i < count; i++) {
            int moved = chosen[i];
            int to = i;
            while (to > 0 && before(threads, moved, chosen[to - 1])) {
                chosen[to] = chosen[to - 1];
                to--;
            }
            chosen[to] = moved;
        }
    }

    private static boolean before(ThreadShares threads, int one, int other) {
        return threads.pid(one) != threads.pid(other) ? threads.pid(one) < threads.pid(other) : threads.tid(one) < threads.tid(other);
    }

    private void row(Canvas line, ThreadShares threads, int thread, ThreadColumns columns, Sweep sweep) {
        int left = line.text(1, 0, Style.TEXT, columns.name(line.line(), threads, thread));
        int trail = history.trail().find(threads.pid(thread), threads.tid(thread));
        int edge = line.width() - edge(line);
        if (trail < 0) {
            line.text(left, 0, Style.DIM, "n/a");
            return;
        }
        PlacementRow row = new PlacementRow(history.trail(), trail, sweep);
        for (int x = 0; x < sweep.columns(); x++) {
            cell(line, left + x, row, x);
        }
        if (threads.knowsCore(thread)) {
            int core = threads.core(thread);
            int x = line.text(edge, 0, colour(core), line.line().append(core < 1000 ? " c" : " ").append(core));
            affinity(line, x, edge + EDGE, history.trail().affinity(trail));
        }
        rate(line, edge, row);
    }

    private static void affinity(Canvas line, int x, int list, String cores) {
        int count = CoreList.count(cores);
        if (count > 0) {
            line.text(x, 0, Style.DIM, line.line().append('/').append(count));
            if (wide(line)) {
                line.text(list, 0, Style.DIM, Figures.cut(line.line().append(' '), cores, LIST - 2));
            }
        }
    }

    private static void cell(Canvas line, int x, PlacementRow row, int column) {
        int core = row.core(column);
        if (core < 0) {
            line.put(x, 0, Style.TEXT, ' ');
        } else if (row.moves(column) > 1) {
            line.put(x, 0, colour(core), '*');
        } else if (row.moves(column) == 1 || row.begins(column)) {
            line.put(x, 0, colour(core), GLYPHS.charAt(core % GLYPHS.length()));
        } else {
            line.put(x, 0, row.ran(column) ? colour(core) : Style.DIM, row.ran(column) ? '─' : '·');
        }
    }

    private void rate(Canvas line, int edge, PlacementRow row) {
        double seconds = row.nanos(history) / 1e9;
        double rate = seconds > 0 ? row.allMoves() / seconds : Double.NaN;
        line.text(edge + EDGE - RATE - 1, 0, Style.TEXT, Figures.fixed(line.line(), rate, rate < 9.95 ? 2 : 0, RATE));
    }

    private static Style colour(int core) {
        return COLOURS[core % COLOURS.length];
    }
}
