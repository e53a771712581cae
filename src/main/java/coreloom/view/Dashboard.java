package coreloom.view;

import com.googlecode.lanterna.graphics.TextGraphics;
import coreloom.history.History;
import coreloom.history.Interval;
import java.util.Optional;

/**
 * The whole screen.
 *
 * <pre>
 *   header: profiles, lane, clock
 *   ── cores × time ───────── waits of LANE ──      heatmap beside the threads' waits
 *   …
 *   ── lanes ──────────────────────────────────     one row a lane
 *   …
 *   the sentence, on two lines
 *   notice, on a second line where it needs one
 *   footer: keys, own cost
 * </pre>
 *
 * @param ink     cells
 * @param history intervals; guarded by its owner's lock while a frame is drawn
 * @param state   what the user has set
 * @param around  how the program is set
 */
public record Dashboard(Ink ink, History history, State state, Surroundings around) {
    /** Smallest screen on which everything has its place. */
    private static final int MIN_COLUMNS = 80;

    private static final int MIN_ROWS = 24;

    /** Draws a frame of that size on a screen that is blank. */
    public void draw(TextGraphics graphics, int columns, int rows) {
        Canvas canvas = new Canvas(graphics, ink, 0, 0, columns, rows);
        Optional<Interval> shown = shown();
        if (columns < MIN_COLUMNS || rows < MIN_ROWS) {
            small(canvas, shown);
            return;
        }
        Notice notice = Notice.of(around.notice(), shown);
        int noticeRows = notice.rows(columns);
        new HeaderBar(around, shown, behind()).draw(canvas.part(0, 0, columns, 1));
        Canvas body = canvas.part(0, 1, columns, rows - 3);
        if (state.help()) {
            new HelpPanel(around).draw(body);
        } else if (shown.isPresent()) {
            int outputRows = around.output().isEmpty() ? 0 : OutputPanel.ROWS;
            panels(Layout.of(body, shown.get().lanes().size() + outputRows, noticeRows), shown.get());
        } else {
            waiting(Layout.of(body, 0, noticeRows));
        }
        notice.draw(canvas.part(0, rows - 1 - noticeRows, columns, noticeRows));
        bottom(canvas.part(0, rows - 1, columns, 1), shown);
    }

    /** What is being typed takes the place of the keys. */
    private void bottom(Canvas line, Optional<Interval> shown) {
        if (state.prompt().isPresent()) {
            state.prompt().get().draw(line);
        } else {
            new FooterBar(around, history, shown).draw(line);
        }
    }

    /** Which intervals there are. */
    public State.Range range() {
        return new State.Range(history.count() - 1, around.replay(), IntervalTimes.of(history));
    }

    private Optional<Interval> shown() {
        return history.count() == 0 ? Optional.empty() : Optional.of(history.get(state.shown(range())));
    }

    /** How long before the newest the picture is held, ns; negative when it is live. */
    private long behind() {
        return !state.paused() ? -1 : history.count() == 0 ? 0
                : history.get(history.count() - 1).endNanos() - history.get(state.shown(range())).endNanos();
    }

    private void panels(Layout layout, Interval interval) {
        Panels panels = new Panels(history, state, around);
        if (panels.undivided()) {
            panels.side(layout.both(), interval);
        } else {
            panels.heatmap(layout.heatmap(), interval);
            panels.side(layout.waits(), interval);
        }
        new LaneTable(interval, around).draw(layout.lanes());
        output(layout.lanes(), 2 + interval.lanes().size());
        if (!panels.undivided()) {
            layout.divide();
        }
        budget(layout, interval);
        Optional<InStepColumns> two = state.side() == State.Side.LANES ? panels.inStep(interval) : Optional.empty();
        if (two.isPresent()) {
            new Paragraph(two.get().sentence()).draw(layout.sentence().part(1, 0, layout.sentence().width() - 2, layout.sentence().height()), Style.TEXT);
        } else {
            new VerdictBox(interval).draw(layout.sentence());
        }
        state.explained().ifPresent(place -> explain(layout, place, interval));
    }

    /** Over the panel beside the one that is explained, which is marked. */
    private void explain(Layout layout, Place place, Interval interval) {
        Explanation explanation = Explanation.of(place, state.side(), interval, history.inStep().isPresent());
        new ExplanationPanel(explanation, around.wishes().keys().key("explain")).draw(layout.beside(place));
        layout.divide();
        layout.mark(state.side() == State.Side.LANES && place == Place.SIDE ? Place.CORES : place);
    }

    /** Where there are rows for it, the bar stands above the sentence that it is the evidence for. */
    private void budget(Layout layout, Interval interval) {
        int current = interval.current();
        if (layout.budgetRows() > 0 && current >= 0) {
            new BudgetBar(interval.lanes().get(current).budget()).draw(layout.budget());
        }
    }

    /** What the program wrote stands below the lanes. */
    private void output(Canvas lanes, int from) {
        if (!around.output().isEmpty() && lanes.height() - from >= 2) {
            new OutputPanel(around.output()).draw(lanes.part(0, from, lanes.width(), lanes.height() - from));
        }
    }

    /** The first frame, before there are two snapshots to compare. */
    private void waiting(Layout layout) {
        layout.heatmap().title("cores × time", "");
        layout.waits().title("waits", "bar = the interval");
        layout.lanes().title("lanes", around.source().isEmpty() && !around.replay() ? LaneTable.WARM : "");
        layout.divide();
        layout.heatmap().text(1, 2, Style.DIM, ink.line().append("first sample: ").append(around.cores()).append(" cores"));
        layout.waits().text(1, 2, Style.DIM, "first sample");
        layout.sentence().text(1, 0, Style.DIM, around.replay() ? "Reading the session." : "Two samples make the first picture.");
    }

    /** Less, but each part of it whole. */
    private void small(Canvas canvas, Optional<Interval> shown) {
        Canvas last = canvas.part(0, canvas.height() - 1, canvas.width(), 1);
        if (canvas.width() >= ReducedDashboard.MIN_COLUMNS && canvas.height() >= ReducedDashboard.MIN_ROWS) {
            new ReducedDashboard(this, shown, behind()).draw(canvas);
            bottom(last, shown);
        } else if (state.prompt().isPresent()) {
            bottom(last, shown);
        } else {
            ReducedDashboard.line(canvas, shown);
        }
    }
}
