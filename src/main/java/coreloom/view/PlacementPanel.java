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
    private static final List<String> BADGES = List.of("number = moved to that core, as seen at samples; · did not run", "number = moved there, seen at samples",
        "moves seen at samples", "seen");
    private static final int NAME = 10;
    private static final int WIDE_NAME = 16;
    private static final int WIDE = 60;
    private static final int EDGE = 13;
    private static final String GLYPHS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Style[] COLOURS = {Style.IO, Style.RUN_QUEUE, Style.ON_CPU, Style.LOCK, Style.COLLECTOR, Style.EVENT_LOOP, Style.INTERPRETER_LOCK,
        Style.POOL};

    void draw(Canvas canvas) {
        Interval interval = history.get(shown);
        int current = interval.current();
        canvas.title("placement", BADGES);
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        if (current < 0) {
            body.text(1, 0, Style.DIM, "no lane runs");
            return;
        }
        LaneSummary lane = interval.lanes().get(current);
        ThreadList list = canvas.ink().threads();
        WaitsChoice single = new WaitsChoice(choices.waits().order(), Grouping.NONE, choices.waits().filter());
        list.choose(interval.threads(), lane.lane().id(), false, single);
        int name = body.width() >= WIDE ? WIDE_NAME : NAME;
        Sweep sweep = new Sweep(shown, Math.max(1, body.width() - 1 - name - EDGE), choices.heat().samplesPerColumn());
        heading(body, name, sweep);
        rows(body.part(0, 1, body.width(), body.height() - 1), list, name, sweep);
    }

    private static void heading(Canvas body, int name, Sweep sweep) {
        body.text(1, 0, Style.DIM, "thread");
        if (sweep.columns() > 1 && sweep.newest() / sweep.samples() >= sweep.columns() - 1) {
            body.put(1 + name + sweep.gap(), 0, Style.STRONG, '◂');
        }
        body.textRight(0, Style.DIM, " core moves/s ");
    }

    private void rows(Canvas body, ThreadList list, int name, Sweep sweep) {
        ThreadShares threads = history.get(shown).threads();
        int y = 0;
        for (int place = 0; place < list.rows() && y < body.height(); place++) {
            int thread = list.thread(place);
            if (threads.isKernelThread(thread) && !threads.isCarried(thread)) {
                row(body.part(0, y++, body.width(), 1), threads, thread, name, sweep);
            }
        }
        if (y == 0) {
            body.text(1, 0, Style.DIM, list.rows() == 0 ? "no thread seen yet" : "n/a: these workers have no kernel threads of their own");
        }
    }

    private void row(Canvas line, ThreadShares threads, int thread, int name, Sweep sweep) {
        line.text(1, 0, Style.TEXT, Figures.left(line.line(), threads.name(thread), name - 1));
        int trail = history.trail().find(threads.pid(thread), threads.tid(thread));
        int edge = line.width() - EDGE;
        if (trail < 0) {
            line.text(1 + name, 0, Style.DIM, "n/a");
            return;
        }
        PlacementRow row = new PlacementRow(history.trail(), trail, sweep);
        for (int x = 0; x < sweep.columns(); x++) {
            cell(line, 1 + name + x, row, x);
        }
        if (threads.knowsCore(thread)) {
            int core = threads.core(thread);
            line.text(edge, 0, colour(core), line.line().append(core < 1000 ? " c" : " ").append(core));
        }
        rate(line, row);
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

    private void rate(Canvas line, PlacementRow row) {
        double seconds = row.nanos(history) / 1e9;
        double rate = seconds > 0 ? row.allMoves() / seconds : Double.NaN;
        line.textRight(0, Style.TEXT, Figures.fixed(line.line(), rate, rate < 9.95 ? 2 : 0, 6).append(' '));
    }

    private static Style colour(int core) {
        return COLOURS[core % COLOURS.length];
    }
}
