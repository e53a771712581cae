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
    private final String title;
    private final List<Turn> turns;
    private int begun;
    private boolean running;

    MeasuringLoad(Clock clock, Conductor conductor, String title, List<Turn> turns) {
        this.clock = clock;
        this.conductor = conductor;
        this.title = title;
        this.turns = turns;
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
            begin(turns.get(begun++));
            return new Step(0, false);
        }
        return new Step(NEVER_NANOS, false);
    }

    private void begin(Turn turn) {
        try {
            conductor.start(turn.profile(title), Overrides.NONE);
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

    @Override
    public List<ProfileLabel> labels() {
        return List.of();
    }

    @Override
    public String source() {
        return title;
    }

    @Override
    public String notice() {
        return "";
    }

    @Override
    public void close() {
        conductor.close();
    }
}
