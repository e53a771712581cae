package coreloom.app;

import coreloom.sampler.MachineSource;
import coreloom.sampler.ThreadChoice;
import coreloom.snapshot.Clock;
import coreloom.terminal.ColorChoice;
import coreloom.terminal.LookRules;
import coreloom.workload.Conductor;
import coreloom.workload.ChildStarter;
import coreloom.workload.Overrides;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private static final long PERIOD_NANOS = 200_000_000L;

    @Mixin
    private ProfileFolder folder;

    @Override
    public Integer call() throws IOException, BadInput {
        Clock clock = new SystemClock();
        // Read before the first frame, and nobody's own here.
        Preferences preferences = PreferencesReader.read(Map.of());
        FirstRun.of(Map.of("HOME", System.getProperty("java.io.tmpdir"))).first();
        int cores = Runtime.getRuntime().availableProcessors();
        long periodNanos = Math.min(PERIOD_NANOS, preferences.periodNanos());
        WatchPlan plan = new WatchPlan(session -> open(session, clock, cores), periodNanos, Optional.empty(), Long.MAX_VALUE, false, cores);
        // The look of most terminals, whatever the one is that make runs on.
        return new Watching(plan, clock).rehearse(LookRules.look(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"), ColorChoice.AUTO, false));
    }

    private void open(Session session, Clock clock, int cores) {
        session.runToTheEnd(Long.MAX_VALUE);
        ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(cores));
        Conductor conductor = new Conductor(clock, new ChildStarter());
        Overrides overrides = new Overrides(OptionalInt.of(2), OptionalLong.of(LANE_NANOS), List.of("gil"));
        session.watch(new MachineSource(clock, conductor, session, ThreadChoice.BEST),
                new ProfileLoad(clock, session.notices(), new ProfileLoad.Shelf(shelf, conductor), Optional.of("gil"), overrides));
    }
}
