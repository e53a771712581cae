package coreloom.app;

import coreloom.history.Finding;
import coreloom.history.History;
import coreloom.history.LaneSummary;
import java.util.List;

/**
 * What a report tells of one lane.
 *
 * @param verdict  of its findings the one with the largest share, with all that goes into one sentence
 * @param findings the one with the largest share of the idle budget first
 */
record LaneReport(LaneSummary lane, Finding verdict, List<Finding> findings) {
    LaneReport {
        findings = List.copyOf(findings);
    }

    /** Of every lane of the run as it stands. */
    static List<LaneReport> of(History history) {
        return history.newestLanes().stream().map(lane -> new LaneReport(lane, history.finding(lane), history.findings(lane))).toList();
    }
}
