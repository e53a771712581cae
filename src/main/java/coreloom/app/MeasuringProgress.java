package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.snapshot.LaneReading;
import java.io.PrintStream;
import java.util.List;

/**
 * Says on standard error which turn runs and how much time is left: on a terminal one line that is rewritten, else a line for each turn.
 */
final class MeasuringProgress {
    private static final int MOST_COLUMNS = 79;

    private final MeasuringPlan plan;
    private final List<Turn> turns;
    private final Clock clock;
    private final PrintStream err;
    private final boolean rewritten;
    private final TimeLeft timeLeft;
    private int saidTurn = -1;
    private String said = "";

    MeasuringProgress(Measurements measurements, Clock clock, PrintStream err, boolean rewritten) {
        this.plan = measurements.plan();
        this.turns = measurements.turns();
        this.clock = clock;
        this.err = err;
        this.rewritten = rewritten;
        this.timeLeft = new TimeLeft(turns);
    }

    /** The turn with that index runs, as that lane. */
    void tell(int index, LaneReading lane) {
        Turn turn = turns.get(index);
        String left = Durations.left(timeLeft.nanos(index, clock.nanos()));
        String place = "round " + turn.round() + " of " + plan.repeats() + ", " + lane.name() + ", "
                + MeasuringPlan.counted(lane.workers(), "worker");
        String count = " (" + (index + 1) + " of " + turns.size() + ")";
        if (rewritten) {
            rewrite(plan.title() + ": " + place + ": " + lane.phase().words() + count + ", " + left + " left");
        } else if (index != saidTurn) {
            err.println("coreloom: " + plan.title() + ": " + place + count + ", about " + left + " left");
        }
        saidTurn = index;
    }

    private void rewrite(String wanted) {
        String line = wanted.length() > MOST_COLUMNS ? wanted.substring(0, MOST_COLUMNS) : wanted;
        if (!line.equals(said)) {
            err.print("\r" + line + " ".repeat(Math.max(0, said.length() - line.length())));
            err.flush();
            said = line;
        }
    }

    /** Takes the rewritten line away, so that what is printed next stands alone. */
    void clear() {
        if (!said.isEmpty()) {
            err.print("\r" + " ".repeat(said.length()) + "\r");
            err.flush();
            said = "";
        }
    }
}
