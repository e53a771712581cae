package coreloom.app;

import coreloom.replay.ReplaySource;
import coreloom.replay.SessionFormatException;
import coreloom.snapshot.Clock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays a recorded session. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
    "Plays a recorded session in the same dashboard, at its own pace: space holds it, left and right step.", ""},
    footer = {"", "Examples:",
        "  coreloom replay io.jsonl",
        "  coreloom replay io.jsonl --headless --json    what it came to, at once"})
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A session recorded with --record or the key r.")
    private Path file;

    @Mixin
    private ShowOptions show = new ShowOptions();

    /** The command as it is without options: needs no parser. */
    static ReplayCommand of(String file) {
        ReplayCommand command = new ReplayCommand();
        command.file = Path.of(file);
        return command;
    }

    @Override
    public Integer call() throws BadInput {
        Clock clock = new SystemClock();
        ReplaySource source = source();
        WatchPlan.Opening opening = session -> session.watch(source, new RecordedLoad(session.notices(), file.getFileName().toString(), source));
        return show.show(new WatchPlan(opening, show.periodNanos(), Optional.empty(), Long.MAX_VALUE, true, source.host().usableCores()), clock);
    }

    private ReplaySource source() throws BadInput {
        try {
            return ReplaySource.open(file);
        } catch (SessionFormatException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
