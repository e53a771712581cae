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
        if (current < 0) {
            canvas.text(1, 0, Style.DIM, "Nothing runs.");
        } else if (interval.over() && interval.lanes().size() > 1) {
            wrap(canvas, Style.GOOD, Comparison.sentence(interval.lanes()));
        } else {
            Finding finding = interval.findings().get(current);
            wrap(canvas, style(finding), finding.sentence());
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

    /** Breaks a sentence at blanks into the rows there are; where it is too long for them, the last one ends in {@code …}. */
    private static void wrap(Canvas canvas, Style style, String sentence) {
        int room = Math.max(1, canvas.width() - 2);
        int from = 0;
        for (int y = 0; y < canvas.height() && from < sentence.length(); y++) {
            int to = Math.min(sentence.length(), from + room);
            int blank = to < sentence.length() ? sentence.lastIndexOf(' ', to) : to;
            boolean cut = y == canvas.height() - 1 && to < sentence.length();
            int end = cut ? sentence.length() : blank > from ? blank : to;
            canvas.text(1, y, style, Figures.cut(canvas.line(), sentence.substring(from, end), room));
            from = end < sentence.length() && sentence.charAt(end) == ' ' ? end + 1 : end;
        }
    }
}
