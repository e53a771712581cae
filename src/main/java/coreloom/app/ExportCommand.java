package coreloom.app;

import coreloom.replay.ReplaySource;
import coreloom.replay.SessionFormatException;
import coreloom.sampler.MachineSource;
import coreloom.sampler.ThreadChoice;
import coreloom.snapshot.Clock;
import coreloom.terminal.Background;
import coreloom.view.State;
import coreloom.workload.ChildStarter;
import coreloom.workload.CommandStarter;
import coreloom.workload.Conductor;
import coreloom.workload.LaneStarters;
import coreloom.workload.Overrides;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a picture of the dashboard. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
    "Makes a picture of the dashboard, from a recorded session or from a run of a profile: the same characters, in a file for a page or "
        + "a talk.", ""},
    footer = {"", "Examples:",
        "  coreloom export io.jsonl --to svg --output io.svg             the end of a session",
        "  coreloom export io.jsonl --to svg --at 12s --size 80x24       twelve seconds after its first sample",
        "  coreloom export --to svg --profile gil --after 10s            a run, after ten seconds"})
final class ExportCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
    private static final int MAX_COLUMNS = 1000;
    private static final int MAX_ROWS = 500;
    private static final long USUAL_NANOS = 10_000_000_000L;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "A recorded session, or all pieces of one. Unless given, a profile is run.")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "FORMAT", required = true, description = "svg.")
    private String format;

    @Option(names = "--output", paramLabel = "FILE",
        description = "Write into this file; one that exists is written anew. Unless given, standard output.")
    private Path output;

    @Option(names = "--size", paramLabel = "COLSxROWS", defaultValue = "120x40", description = "Size of the screen. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--at", paramLabel = "T", converter = LengthOfTime.Converter.class,
        description = "Of a session: so long after its first sample. Unless given, its end.")
    private LengthOfTime at;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile to run; the configured or first one unless given.")
    private String profile;

    @Option(names = "--after", paramLabel = "T", converter = LengthOfTime.Converter.class,
        description = "Of a run: how long it goes on before. Default: 10s.")
    private LengthOfTime after;

    @Option(names = "--panel", paramLabel = "NAME", defaultValue = "waits",
        description = "What stands beside the heatmap: waits, budget, placement or wait-times; lanes stand in the place of both. "
            + "Default: ${DEFAULT-VALUE}.")
    private String panel;

    @Option(names = "--theme", paramLabel = "NAME", converter = ShowOptions.ThemeConverter.class,
        description = "dark or light; auto, unless given: as the reader's system is.")
    private Background theme = Background.AUTO;

    @Mixin
    private ProfileFolder folder = new ProfileFolder();

    @Override
    public Integer call() throws BadInput {
        Preferences preferences = PreferencesReader.read(System.getenv());
        ScreenOutcome outcome = new ScreenOutcome(request(preferences.periodNanos()), System.out, System.err);
        Clock clock = new SystemClock();
        return new Watching(files.isEmpty() ? run(outcome, preferences, clock) : replay(outcome), clock).headless(outcome, System.err);
    }

    private ScreenRequest request(long periodNanos) throws BadInput {
        Matcher matcher = SIZE.matcher(size);
        if (!format.equals("svg")) {
            throw new BadInput("--to " + Quoted.of(format) + " is unknown; a picture can be made as svg.");
        }
        if (!matcher.matches() || !fits(matcher)) {
            throw new BadInput("--size " + Quoted.of(size) + " is no size: write columns x rows such as 120x40, at most " + MAX_COLUMNS + "x"
                    + MAX_ROWS + ".");
        }
        if (at != null && files.isEmpty() || after != null && !files.isEmpty() || profile != null && !files.isEmpty()) {
            throw new BadInput("--at goes with a session file; --profile and --after go without one.");
        }
        refuseUnwritable();
        return new ScreenRequest(Optional.ofNullable(output), Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), theme,
                side(), files.isEmpty(), at == null ? Long.MAX_VALUE : at.nanos(), periodNanos);
    }

    private State.Side side() throws BadInput {
        for (State.Side side : State.Side.values()) {
            if (side.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(panel)) {
                return side;
            }
        }
        throw new BadInput("--panel " + Quoted.of(panel) + " is unknown; choose waits, budget, placement, wait-times or lanes.");
    }

    private static boolean fits(Matcher size) {
        int columns = Integer.parseInt(size.group(1));
        int rows = Integer.parseInt(size.group(2));
        return columns >= 1 && columns <= MAX_COLUMNS && rows >= 1 && rows <= MAX_ROWS;
    }

    private void refuseUnwritable() throws BadInput {
        Path parent = output == null ? null : output.toAbsolutePath().getParent();
        if (output != null && (parent == null || Files.isDirectory(output) || !Files.isWritable(Files.exists(output) ? output : parent))) {
            throw new BadInput("--output " + Quoted.of(output.toString()) + " cannot be written: name a file in a folder that you may write to.");
        }
    }

    private WatchPlan replay(ScreenOutcome outcome) throws BadInput {
        try {
            ReplaySource source = ReplaySource.open(files);
            WatchPlan.Opening opening = session -> {
                outcome.of(session);
                session.watch(source, new RecordedLoad(session.notices(), files.get(0).getFileName().toString(), source));
            };
            return new WatchPlan(opening, USUAL_NANOS, Optional.empty(), Long.MAX_VALUE, true, source.host().usableCores());
        } catch (SessionFormatException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private WatchPlan run(ScreenOutcome outcome, Preferences preferences, Clock clock) {
        int cores = Runtime.getRuntime().availableProcessors();
        Optional<String> wanted = profile != null ? Optional.of(profile) : preferences.profile();
        WatchPlan.Opening opening = session -> {
            outcome.of(session);
            ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(cores));
            Conductor conductor = new Conductor(clock, new LaneStarters(new ChildStarter(), new CommandStarter()));
            Overrides overrides = new Overrides(OptionalInt.empty(), OptionalLong.empty(), List.of());
            session.watch(new MachineSource(clock, conductor, session, ThreadChoice.BEST),
                    new ProfileLoad(clock, session.notices(), new ProfileLoad.Shelf(shelf, conductor), wanted, overrides));
        };
        return new WatchPlan(opening, preferences.periodNanos(), Optional.empty(), after == null ? USUAL_NANOS : after.nanos(), false, cores);
    }
}
