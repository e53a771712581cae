package coreloom.view;

import coreloom.history.Comparison;
import coreloom.history.Finding;
import coreloom.history.Interval;
import coreloom.history.LaneSummary;

/**
 * The sentence: what the lane that runs shows; once all lanes are done, what they show together.
 *
 * @param interval the interval at whose end it is said
 */
record VerdictBox(Interval interval) {
    void draw(Canvas canvas) {
        int current = interval.current();
        Canvas inner = canvas.part(1, 0, canvas.width() - 2, canvas.height());
        if (current < 0) {
            inner.text(0, 0, Style.DIM, "Nothing runs.");
        } else if (interval.over() && interval.lanes().size() > 1) {
            new Paragraph(Comparison.sentence(interval.lanes())).draw(inner, Style.GOOD);
        } else {
            Finding finding = interval.findings().get(current);
            new Paragraph(finding.sentence()).draw(inner, style(finding));
            trouble(canvas, interval.lanes().get(current), finding);
        }
    }

    private static Style style(Finding finding) {
        return switch (finding.kind()) {
            case NOT_YET -> Style.DIM;
            case BUSY -> Style.GOOD;
            case FAILED -> Style.BAD;
            case INTERPRETER_LOCK, LOCK, IO, SLEEP, RUN_QUEUE, TOO_FEW_THREADS, BLOCKED -> Style.WARNING;
        };
    }

    /** A lane that goes on although something went wrong says so on the second line. */
    private static void trouble(Canvas canvas, LaneSummary lane, Finding finding) {
        if (finding.kind() != Finding.Kind.FAILED && !lane.lane().trouble().isEmpty()) {
            Canvas second = canvas.part(0, 1, canvas.width(), 1);
            second.clear();
            second.text(1, 0, Style.BAD, Figures.cut(second.line(), lane.lane().trouble(), second.width() - 2));
        }
    }
}
