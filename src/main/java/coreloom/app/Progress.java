package coreloom.app;

import coreloom.history.History;
import coreloom.history.LaneSummary;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import java.io.PrintStream;
import java.util.List;

/** Says on standard error how far a run without a terminal is: a line when a lane begins to be measured, and when it is over. */
final class Progress {
    private final PrintStream err;
    private String said = "";

    Progress(PrintStream err) {
        this.err = err;
    }

    /** Until when, of a lane that no time is set for. */
    private static String until(LaneReading lane) {
        boolean ours = lane.workers() > 0 || lane.variant().equals(LaneReading.COMMAND);
        return (lane.workers() > 0 ? " until stopped" : " until it ends") + (ours ? "; Ctrl-C ends it" : "; Ctrl-C ends the watching") + " and prints the report";
    }

    void tell(History history) {
        List<LaneSummary> lanes = history.newestLanes();
        if (!lanes.isEmpty()) {
            LaneReading lane = lanes.get(lanes.size() - 1).lane();
            boolean endless = lane.phase() == Phase.MEASURED && lane.plannedNanos() == 0;
            String now = lane.name() + ": " + lane.phase().words() + (endless ? until(lane) : "");
            if (!now.equals(said)) {
                said = now;
                err.println("coreloom: " + now);
            }
        }
    }
}
