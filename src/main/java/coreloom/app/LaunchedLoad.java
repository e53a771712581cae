package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.snapshot.ProcessReading;
import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import coreloom.workload.CommandStarter;
import coreloom.workload.Lanes;
import coreloom.workload.Tail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The load of a program that we start for the user: it runs until it ends by itself, or we do. */
final class LaunchedLoad implements Load {
    /** How long the program is given to end when we end first. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Clock clock;
    private final Notices notices;
    private final Lanes lanes;
    private final CommandStarter starter;
    private Optional<Tail> tail = Optional.empty();

    /** @param starter of the program; closed with the lanes */
    LaunchedLoad(Clock clock, Notices notices, Lanes lanes, CommandStarter starter) {
        this.clock = clock;
        this.notices = notices;
        this.lanes = lanes;
        this.starter = starter;
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
        notices.say("The program was started once, with its own arguments; start coreloom exec again to change them.");
    }

    @Override
    public List<ProfileLabel> labels() {
        return List.of();
    }

    @Override
    public String source() {
        return "exec";
    }

    @Override
    public List<String> output() {
        if (tail.isEmpty()) {
            Optional<Path> file = starter.newestOutput();
            tail = file.map(Tail::new);
        }
        return tail.map(Tail::lines).orElse(List.of());
    }

    /** The program's exit code once it has ended: 128 + n where signal n ended it. */
    OptionalInt exitCode() {
        return lanes.lanes().stream().flatMap(lane -> lane.processes().stream()).findFirst()
                .map(ProcessReading::exitCode).orElse(OptionalInt.empty());
    }

    @Override
    public void close() {
        starter.askToEnd(PATIENCE_MILLIS);
        lanes.close();
    }
}
