package coreloom.app;

import coreloom.history.Finding;
import coreloom.history.Finding.Kind;
import coreloom.history.History;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;

/**
 * Findings that a run must not have: it then ends with {@link ExitCode#FINDING}.
 *
 * @param refused none where any run will do
 */
record FindingGate(Set<Kind> refused) {
    /** Lets every run pass. */
    static final FindingGate OPEN = new FindingGate(Set.of());

    FindingGate {
        refused = Set.copyOf(refused);
    }

    /**
     * The exit code of a run that would end with {@code code}: anything that went wrong comes before what was found.
     *
     * @param err told which finding it was
     */
    int judge(int code, History history, PrintStream err) {
        if (code != ExitCode.DONE || refused.isEmpty()) {
            return code;
        }
        int result = code;
        for (LaneReport lane : LaneReport.of(history)) {
            for (Finding finding : lane.findings()) {
                if (refused.contains(finding.kind())) {
                    err.println(String.format(Locale.ROOT, "coreloom: --fail-on: %s is %s (%.0f %% of its idle budget, %s).",
                            lane.lane().lane().name(), finding.kind().key(), finding.share() * 100, finding.sureness().word()));
                    result = ExitCode.FINDING;
                }
            }
        }
        return result;
    }
}
