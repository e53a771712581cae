package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.terminal.ColorChoice;
import coreloom.terminal.LookRules;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a session is shown: options that all commands with a dashboard share. */
final class ShowOptions {
    private static final long SECOND = 1_000_000_000L;

    @Option(names = "--headless", description = "No dashboard: run to the end and print the lanes and what they show.")
    private boolean headless;

    @Option(names = "--json", description = "With --headless: print one JSON document instead of text. Unknown is null.")
    private boolean json;

    @Option(names = "--period", paramLabel = "T", converter = LengthOfTime.Converter.class,
        description = "Wanted time between samples, 100ms to 1m; 1s unless given. Keys [ and ] change it.")
    private LengthOfTime period;

    @Option(names = "--color", paramLabel = "WHEN", converter = ColorConverter.class,
        description = "auto, never, 16, 256 or truecolor. Unless given, TERM, COLORTERM and NO_COLOR decide.")
    private ColorChoice color = ColorChoice.AUTO;

    @Option(names = "--ascii", description = "Draw with ASCII characters only. Unless given, the locale decides.")
    private boolean ascii;

    /** What {@code --color} may be; picocli's own wording for enums would name the constants. */
    static final class ColorConverter implements ITypeConverter<ColorChoice> {
        @Override
        public ColorChoice convert(String text) {
            try {
                return ColorChoice.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    long periodNanos() throws BadInput {
        if (period == null) {
            return SECOND;
        }
        if (period.nanos() < SECOND / 10 || period.nanos() > 60 * SECOND) {
            throw new BadInput("--period must be between 100ms and 1m.");
        }
        return period.nanos();
    }

    /** Carries the plan out as these options say; where there is no terminal, headless and with a sentence that says so. */
    int show(WatchPlan plan, Clock clock) throws BadInput {
        return show(plan, clock, System.out);
    }

    /** Whether the dashboard was not wanted. */
    boolean headless() {
        return headless;
    }

    /** The same, with the report of a headless run going to {@code report}. */
    int show(WatchPlan plan, Clock clock, PrintStream report) throws BadInput {
        if (json && !headless) {
            throw new BadInput("--json goes with --headless.");
        }
        Optional<String> obstacle = headless ? Optional.of("") : obstacle();
        if (obstacle.isEmpty()) {
            try {
                return new Watching(plan, clock).onDashboard(LookRules.look(System.getenv(), color, ascii));
            } catch (IOException e) {
                obstacle = Optional.of("Standard input and output are no terminal");
            }
        }
        if (!obstacle.get().isEmpty()) {
            System.err.println("coreloom: " + obstacle.get() + ", so there is no dashboard: running headless.");
        }
        return new Watching(plan, clock).headless(json, report, System.err);
    }

    private static Optional<String> obstacle() {
        return LookRules.dashboardPossible(System.getenv()) ? Optional.empty() : Optional.of("TERM says that this terminal cannot move its cursor");
    }
}
