package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import coreloom.workload.Lanes;
import java.util.List;

/** The load of a program that was running before us: it is looked at, and never changed. */
final class WatchedLoad implements Load {
    private final Clock clock;
    private final Lanes lanes;
    private final String source;
    private final Notices notices;

    WatchedLoad(Clock clock, Notices notices, Lanes lanes, String source) {
        this.clock = clock;
        this.notices = notices;
        this.lanes = lanes;
        this.source = source;
    }

    @Override
    public Step step() {
        coreloom.workload.Step step = lanes.step();
        return new Step(Math.max(0, step.nextNanos() - clock.nanos()), step.boundary());
    }

    @Override
    public boolean finished() {
        return lanes.finished();
    }

    @Override
    public void on(Command command) {
        notices.say("A watched program is not ours to start or change.");
    }

    @Override
    public List<ProfileLabel> labels() {
        return List.of();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String trouble() {
        return lanes.finished() ? "What was watched has ended." : "";
    }

    @Override
    public void close() {
        lanes.close();
    }
}
