package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import coreloom.workload.Conductor;
import coreloom.workload.Overrides;
import coreloom.workload.Refusal;
import java.util.List;

/** The load of a comparison or a sweep: one turn after the other, each alone on the machine. Used by the session thread. */
final class MeasuringLoad implements Load {
    private final Clock clock;
    private final Conductor conductor;
    private final Measurements measurements;
    private final List<Turn> turns;
    private int begun;
    private boolean running;

    MeasuringLoad(Clock clock, Conductor conductor, Measurements measurements) {
        this.clock = clock;
        this.conductor = conductor;
        this.measurements = measurements;
        this.turns = measurements.turns();
    }

    @Override
    public Step step() {
        if (!conductor.finished()) {
            coreloom.workload.Step step = conductor.step();
            return new Step(Math.max(0, step.nextNanos() - clock.nanos()), step.boundary());
        }
        if (running) {
            // How the turn ended must be seen before the next one takes its place.
            running = false;
            return new Step(0, true);
        }
        if (begun < turns.size()) {
            begin(begun++);
            return new Step(0, false);
        }
        return new Step(NEVER_NANOS, false);
    }

    private void begin(int turn) {
        try {
            conductor.start(turns.get(turn).profile(source()), Overrides.NONE);
            measurements.began(turn);
            running = true;
        } catch (Refusal impossible) {
            throw new IllegalStateException("nothing was overridden, so nothing can be refused", impossible);
        }
    }

    @Override
    public boolean finished() {
        return !running && begun == turns.size();
    }

    @Override
    public void on(Command command) {
        // Nobody is at a keyboard.
    }

    /** The turn that was under way is measured anew. */
    @Override
    public void stoodStill() {
        if (running && !conductor.lanes().isEmpty()) {
            begin(begun - 1);
        }
    }

    @Override
    public String source() {
        return measurements.plan().title();
    }

    @Override
    public List<ProfileLabel> labels() {
        return List.of();
    }

    @Override
    public void close() {
        conductor.close();
    }
}
