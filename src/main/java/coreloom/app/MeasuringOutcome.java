package coreloom.app;

import coreloom.history.History;
import coreloom.history.LaneSummary;
import coreloom.snapshot.LaneReading;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What a comparison or a sweep leaves: everything its turns have given, as its report writes it. */
final class MeasuringOutcome implements Outcome {
    /** Writes what was measured. */
    interface Report {
        /** The text for standard output. */
        String of(Measured measured);

        /**
         * Writes the files that were asked for.
         *
         * @throws IOException when one could not be written; its message is a sentence
         */
        default void save(Measured measured) throws IOException {}
    }

    private final Measurements measurements;
    private final MeasuringProgress progress;
    private final Report report;
    private final PrintStream out;
    private final PrintStream err;

    MeasuringOutcome(Measurements measurements, MeasuringProgress progress, Report report, PrintStream out, PrintStream err) {
        this.measurements = measurements;
        this.progress = progress;
        this.report = report;
        this.out = out;
        this.err = err;
    }

    @Override
    public void tell(History history) {
        List<LaneSummary> newest = history.newestLanes();
        measurements.see(newest);
        if (!newest.isEmpty()) {
            LaneReading lane = newest.get(newest.size() - 1).lane();
            progress.tell(measurements.turnOf(lane.id()), lane);
        }
    }

    @Override
    public int conclude(History history, Session session, boolean early) {
        progress.clear();
        Measured measured = new Measured(measurements, session.source().host(), early);
        out.println(report.of(measured));
        out.flush();
        try {
            report.save(measured);
            return measured.troubles().isEmpty() && measured.runs() > 0 ? ExitCode.DONE : ExitCode.FAILURE;
        } catch (IOException e) {
            err.println("coreloom: " + e.getMessage());
            return ExitCode.FAILURE;
        }
    }
}
