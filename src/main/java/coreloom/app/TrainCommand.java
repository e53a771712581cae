package coreloom.app;

import coreloom.sampler.MachineSource;
import coreloom.sampler.ThreadChoice;
import coreloom.snapshot.Clock;
import coreloom.terminal.Streams;
import coreloom.terminal.TerminalSession;
import coreloom.view.Look;
import coreloom.workload.Conductor;
import coreloom.workload.ChildStarter;
import coreloom.workload.Overrides;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A rehearsal of the dashboard on a terminal that is not there, for the archives of classes that make start-up fast: what is loaded here need
 * not be loaded and linked when a person waits.
 */
@Command(name = "train", hidden = true, description = "Rehearses the dashboard without a terminal; used by make.")
final class TrainCommand implements Callable<Integer> {
    private static final long LANE_NANOS = 700_000_000L;

    @Mixin
    private ProfileFolder folder;

    @Override
    public Integer call() throws IOException {
        for (Look.Depth depth : new Look.Depth[] {Look.Depth.INDEXED, Look.Depth.TRUECOLOR}) {
            rehearse(new Look(depth, true));
        }
        TerminalSession.rehearse();
        return ExitCode.DONE;
    }

    private void rehearse(Look look) throws IOException {
        Clock clock = new SystemClock();
        int cores = Runtime.getRuntime().availableProcessors();
        WatchPlan plan = new WatchPlan(session -> open(session, clock, cores), 200_000_000L, Optional.empty(), Long.MAX_VALUE, false, cores);
        // The other end of the pipe is never written to: keys are awaited, and none comes.
        try (PipedOutputStream nobody = new PipedOutputStream(); PipedInputStream keys = new PipedInputStream(nobody)) {
            new Watching(plan, clock).rehearse(look, new Streams(keys, OutputStream.nullOutputStream(), 120, 40));
        }
    }

    private void open(Session session, Clock clock, int cores) {
        session.runToTheEnd(Long.MAX_VALUE);
        ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(cores));
        Conductor conductor = new Conductor(clock, new ChildStarter());
        Overrides overrides = new Overrides(OptionalInt.of(2), OptionalLong.of(LANE_NANOS), java.util.List.of("gil"));
        session.watch(new MachineSource(clock, conductor, session, ThreadChoice.BEST),
                new ProfileLoad(clock, shelf, conductor, Optional.of("gil"), overrides));
    }
}
