package coreloom.app;

import coreloom.replay.ReplaySource;
import coreloom.replay.SessionFormatException;
import coreloom.snapshot.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays a recorded session. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
    "Plays a recorded session in the same dashboard, at its own pace or another (< >): space holds it, left and right step, "
    + "b goes to a time. A file that grows is followed.", ""},
    footer = {"", "Examples:",
        "  coreloom replay io.jsonl",
        "  coreloom replay io.jsonl --headless --json    what it came to, at once",
        "  coreloom replay before.jsonl after.jsonl      two in step; c shows in what they differ",
        "  coreloom replay run.jsonl                     all pieces run-0001.jsonl, run-0002.jsonl, …",
        "  ssh host cat run.jsonl.gz | coreloom replay - --headless"})
final class ReplayCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE",
        description = "A session recorded with --record or the key r, compressed or not; or all pieces of one. - is standard input.")
    private List<Path> files;

    @Mixin
    private ShowOptions show = new ShowOptions();

    /** The command as it is without options: needs no parser. */
    static ReplayCommand of(String file) {
        ReplayCommand command = new ReplayCommand();
        command.files = List.of(Path.of(file));
        return command;
    }

    @Override
    public Integer call() throws BadInput {
        Clock clock = new SystemClock();
        Optional<ReplaySource> second = second();
        ReplaySource source = second.isPresent() ? opened(List.of(files.get(0))) : source();
        WatchPlan.Opening opening = session -> {
            session.watch(source, new RecordedLoad(session.notices(), name(), source));
            second.ifPresent(other -> session.inStep(called(1), other));
        };
        return show.show(new WatchPlan(opening, show.periodNanos(), Optional.empty(), Long.MAX_VALUE, true, source.host().usableCores()), clock);
    }

    private String name() {
        return fromStandardInput() ? "standard input" : called(0) + (files.size() > 2 ? " …" : "");
    }

    /** The name of the file; all of its path where the other one of two is called the same. */
    private String called(int place) {
        Path name = files.get(place).getFileName();
        boolean alike = files.size() == 2 && name.equals(files.get(1 - place).getFileName());
        return (alike ? files.get(place) : name).toString();
    }

    /** The second of two sessions, which are no pieces of one; what comes through a pipe is read once, and is no piece. */
    private Optional<ReplaySource> second() throws BadInput {
        boolean readTwice = files.stream().allMatch(Files::isRegularFile);
        if (files.size() != 2 || fromStandardInput() || readTwice && pieces(files.get(0), files.get(1))) {
            return Optional.empty();
        }
        if (show.headless()) {
            throw new BadInput("Two sessions are played in step on a dashboard only: replay each alone with --headless, or both without it.");
        }
        return Optional.of(opened(List.of(files.get(1))));
    }

    /** Whether both are pieces of one session. */
    private static boolean pieces(Path one, Path other) throws BadInput {
        try (ReplaySource first = opened(List.of(one)); ReplaySource second = opened(List.of(other))) {
            return first.ofOneSessionWith(second);
        }
    }

    private static ReplaySource opened(List<Path> pieces) throws BadInput {
        try {
            return ReplaySource.open(pieces);
        } catch (SessionFormatException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private boolean fromStandardInput() {
        return files.contains(Path.of(STANDARD_INPUT));
    }

    private ReplaySource source() throws BadInput {
        if (fromStandardInput() && files.size() > 1) {
            throw new BadInput("Standard input (-) is replayed alone; name files, or - and nothing else.");
        }
        try {
            return fromStandardInput() ? ReplaySource.of(name(), standardInput()) : ReplaySource.open(files);
        } catch (SessionFormatException e) {
            throw new BadInput(e.getMessage());
        } catch (IOException e) {
            throw new BadInput("Standard input cannot be read (" + e.getMessage() + "): save the session into a file and replay that.");
        }
    }

    /** Where the launcher has given standard input to the keys, what it was before. */
    private static InputStream standardInput() throws IOException {
        String moved = System.getProperty("coreloom.input", "");
        return moved.isEmpty() ? System.in : Files.newInputStream(Path.of(moved));
    }
}
