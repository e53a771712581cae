package coreloom.view;

import coreloom.history.Comparison;
import coreloom.history.Finding;
import coreloom.history.Interval;
import coreloom.snapshot.LaneReading;

/**
 * The sentence: what the lane that runs shows, and what there is to note of it; once all lanes are done, what they show together.
 *
 * @param interval the interval at whose end it is said
 */
record VerdictBox(Interval interval) {
    void draw(Canvas canvas) {
        new Paragraph(sentence(interval)).draw(canvas.part(1, 0, canvas.width() - 2, canvas.height()), style(interval));
    }

    /** What is said at the end of that interval. */
    static String sentence(Interval interval) {
        int current = interval.current();
        return current < 0 ? "Nothing runs." : together(interval) ? Comparison.sentence(interval.lanes())
                : withNote(interval.findings().get(current).sentence(), interval.lanes().get(current).lane());
    }

    private static String withNote(String sentence, LaneReading lane) {
        return lane.note().isEmpty() || lane.notAvailable() ? sentence : sentence + " " + lane.note();
    }

    private static boolean together(Interval interval) {
        return interval.over() && interval.lanes().size() > 1;
    }

    private static Style style(Interval interval) {
        int current = interval.current();
        return current < 0 ? Style.DIM : together(interval) ? Style.GOOD : style(interval.findings().get(current));
    }

    private static Style style(Finding finding) {
        return switch (finding.kind()) {
            case NOT_YET -> Style.DIM;
            case ALL_WELL -> Style.GOOD;
            case FAILED -> Style.BAD;
            case INTERPRETER_LOCK_BOUND, CONVOY, LOCK_BOUND, OVERSUBSCRIBED, QUOTA_THROTTLED, AFFINITY_CAPPED, TOO_FEW_THREADS, IMBALANCED,
                IO_BOUND, DISK_BOUND, SLEEPING, WAITING_FOR_CHILD, STOLEN_BY_PROGRAMS, STOLEN_BY_HYPERVISOR, COLLECTOR_PAUSES,
                EVENT_LOOP_BOUND, POOL_STARVED, RUN_QUEUE, UNEXPLAINED -> Style.WARNING;
        };
    }
}
