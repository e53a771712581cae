package coreloom.view;

import coreloom.history.IdleBudget;
import coreloom.history.Interval;
import java.util.Optional;

/**
 * The dashboard on a screen that is too small for all of it, down to 40 × 10: the lanes' table goes, the panels stand one above the other
 * where they cannot stand side by side, and below that the waits are one bar.
 *
 * <pre>
 *   lane and clock
 *   ── cores × time ──────
 *   …
 *   ── waits of LANE ─────      one bar where there are few rows
 *   …
 *   the sentence; or a notice
 *   footer: keys, own cost
 * </pre>
 *
 * @param whole  the dashboard that there is no room for
 * @param shown  the interval shown; empty before there is one
 * @param behind how many intervals the picture is held behind the newest; negative when it is live
 */
record ReducedDashboard(Dashboard whole, Optional<Interval> shown, long behind) {
    /** Smallest screen that it is for. */
    static final int MIN_COLUMNS = 40;

    static final int MIN_ROWS = 10;

    /** A narrower screen breaks the sentence over one row more. */
    private static final int BROAD = 60;
    /** So many columns have room for two panels side by side. */
    private static final int SIDE_BY_SIDE = 78;
    /** So many rows have room for two panels one above the other: a title, two rows and a legend each, at least. */
    private static final int TWO_PANELS = 9;

    /** Draws all but the last line. */
    void draw(Canvas canvas) {
        Surroundings around = whole.around();
        State state = whole.state();
        new HeaderBar(around, shown, behind).draw(canvas.part(0, 0, canvas.width(), 1));
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 2);
        if (state.help()) {
            new HelpPanel(around).draw(body);
        } else if (shown.isEmpty()) {
            body.title("cores × time", "");
            body.text(1, 2, Style.DIM, "first sample");
            bottom(body, shown);
        } else if (state.explained().isPresent()) {
            Key next = around.wishes().keys().key("explain");
            boolean inStep = whole.history().inStep().isPresent();
            new ExplanationPanel(Explanation.of(state.explained().get(), state.side(), shown.get(), inStep), next).draw(body);
        } else {
            int rows = body.height() - bottomRows(body);
            panels(body.part(0, 0, body.width(), rows), shown.get());
            bottom(body, shown);
        }
    }

    private static int bottomRows(Canvas body) {
        return body.width() >= BROAD ? 2 : 3;
    }

    private void panels(Canvas body, Interval interval) {
        Panels panels = new Panels(whole.history(), whole.state(), whole.around());
        if (panels.undivided()) {
            panels.side(body, interval);
        } else if (body.width() >= SIDE_BY_SIDE) {
            int left = body.width() * 45 / 100;
            panels.heatmap(body.part(0, 0, left, body.height()), interval);
            panels.side(body.part(left + 1, 0, body.width() - left - 1, body.height()), interval);
            for (int y = 0; y < body.height(); y++) {
                body.put(left, y, Style.DIM, y == 0 ? '┬' : '│');
            }
        } else if (body.height() >= TWO_PANELS) {
            int upper = body.height() / 2;
            panels.heatmap(body.part(0, 0, body.width(), upper), interval);
            panels.side(body.part(0, upper, body.width(), body.height() - upper), interval);
        } else {
            panels.heatmap(body.part(0, 0, body.width(), body.height() - 1), interval);
            bar(body.part(0, body.height() - 1, body.width(), 1), interval);
        }
    }

    /** The idle budget of the lane as one bar. */
    private static void bar(Canvas line, Interval interval) {
        int x = line.text(1, 0, Style.DIM, "budget ");
        IdleBudget budget = interval.current() < 0 ? IdleBudget.NONE : interval.lanes().get(interval.current()).budget();
        if (budget.known()) {
            BudgetBar.bar(line, x, line.width() - x - 1, budget);
        } else {
            line.text(x, 0, Style.DIM, interval.current() < 0 ? "no lane runs" : "not measured yet");
        }
    }

    /** A notice takes the sentence's place: there is no row that could be kept for it. */
    private void bottom(Canvas body, Optional<Interval> interval) {
        Canvas rows = body.part(0, body.height() - bottomRows(body), body.width(), bottomRows(body));
        Notice notice = Notice.of(whole.around().notice(), interval);
        if (notice.sentence().text().isEmpty() && interval.isPresent()) {
            new VerdictBox(interval.get()).draw(rows);
        } else {
            notice.sentence().draw(rows.part(1, 0, rows.width() - 2, rows.height()), notice.style());
        }
    }

    /** All that a screen shows which is smaller still: the sentence, cut where the line ends. */
    static void line(Canvas canvas, Optional<Interval> shown) {
        Paragraph sentence = new Paragraph(shown.isPresent() ? VerdictBox.sentence(shown.get()) : "first sample");
        sentence.draw(canvas.part(0, 0, canvas.width(), 1), shown.isPresent() ? Style.TEXT : Style.DIM);
    }
}
