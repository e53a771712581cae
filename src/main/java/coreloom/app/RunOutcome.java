package coreloom.app;

import coreloom.history.History;
import coreloom.history.IdleBudget;
import coreloom.snapshot.Phase;
import java.io.PrintStream;
import java.util.List;

/** What the run of a profile leaves: its lanes and their findings, as text or as JSON. */
final class RunOutcome implements Outcome {
    private final boolean json;
    private final PrintStream out;
    private final Progress progress;

    RunOutcome(boolean json, PrintStream out, PrintStream err) {
        this.json = json;
        this.out = out;
        this.progress = new Progress(err);
    }

    @Override
    public void tell(History history) {
        progress.tell(history);
    }

    @Override
    public int conclude(History history, Session session, boolean early) {
        List<LaneReport> lanes = LaneReport.of(history);
        IdleBudget machine = history.machineBudget();
        out.println(json ? JsonReport.of(session.source().host(), session.profile(), lanes, machine)
                : TextReport.of(lanes, machine));
        out.flush();
        boolean wrong = lanes.stream().map(LaneReport::lane).anyMatch(lane -> lane.lane().phase() == Phase.FAILED || !lane.lane().trouble().isEmpty());
        return wrong ? ExitCode.FAILURE : ExitCode.DONE;
    }
}
