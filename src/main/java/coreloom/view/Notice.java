package coreloom.view;

import coreloom.history.Interval;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Marker;
import java.util.List;
import java.util.Optional;

/**
 * What is said between the sentence and the footer: what the program has to say; else whether the interval shown is merged and what the user noted in it; else
 * what went wrong in a lane of the run.
 *
 * @param style    whether it is bad
 * @param sentence the words; without any there is nothing to say
 */
record Notice(Style style, Paragraph sentence) {
    private static final int MAX_ROWS = 2;

    static Notice of(String notice, Optional<Interval> shown) {
        String said = notice.isEmpty() && shown.isPresent() ? merged(shown.get()) + notes(shown.get().markers()) : notice;
        String trouble = said.isEmpty() && shown.isPresent() ? trouble(shown.get()) : "";
        return trouble.isEmpty() ? new Notice(Style.NOTICE, new Paragraph(said)) : new Notice(Style.BAD, new Paragraph(trouble));
    }

    /** An old picture is of several samples: that is said before anything about it. */
    private static String merged(Interval interval) {
        if (interval.parts() == 1) {
            return "";
        }
        String leftOut = interval.threadsLeftOut() == 0 ? ""
                : "; " + interval.threadsLeftOut() + (interval.threadsLeftOut() == 1 ? " thread that ended in it has" : " threads that ended in it have") + " no row";
        return "Old samples are merged: this is of " + interval.parts() + ", " + Figures.fixed(new StringBuilder(), interval.nanos() / 1e9, 1, 0)
                + " s long" + leftOut + ". ";
    }

    private static String notes(List<Marker> markers) {
        String all = "";
        for (int i = 0; i < markers.size(); i++) {
            Marker marker = markers.get(i);
            if (marker.kind() == Marker.Kind.NOTE) {
                all += (all.isEmpty() ? "Noted here: " : "; ") + (marker.text().isEmpty() ? "a moment without words" : marker.text());
            }
        }
        return all.isEmpty() ? "" : all + ".";
    }

    /** The newest trouble that is not what the verdict already says. */
    private static String trouble(Interval interval) {
        String said = VerdictBox.sentence(interval);
        for (int i = interval.lanes().size() - 1; i >= 0; i--) {
            LaneReading lane = interval.lanes().get(i).lane();
            if (!lane.trouble().isEmpty() && !said.startsWith(lane.trouble())) {
                return lane.trouble();
            }
        }
        return "";
    }

    /** Rows that it takes on a screen of that width: one at least, so that the panels do not move when there is something to say. */
    int rows(int columns) {
        return Math.max(1, Math.min(MAX_ROWS, sentence.rows(columns - 2)));
    }

    /** Draws it into its rows; where it needs more than its own it covers what is there. */
    void draw(Canvas canvas) {
        if (canvas.height() > 1) {
            canvas.clear();
        }
        sentence.draw(canvas.part(1, 0, canvas.width() - 2, canvas.height()), style);
    }
}
