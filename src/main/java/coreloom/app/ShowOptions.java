package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.terminal.Background;
import coreloom.terminal.ColorChoice;
import coreloom.terminal.LookRules;
import coreloom.view.Look;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
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
        description = "Wanted time between samples, 100ms to 1m; 1s unless given or configured. Keys [ and ] change it.")
    private LengthOfTime period;

    @Option(names = "--color", paramLabel = "WHEN", converter = ColorConverter.class,
        description = "auto, never, 16, 256 or truecolor. Unless given, NO_COLOR, the configuration, TERM and COLORTERM decide.")
    private ColorChoice color;

    @Option(names = "--ascii", description = "Draw with ASCII characters only. Unless given, the configuration and the locale decide.")
    private boolean ascii;

    @Option(names = "--theme", paramLabel = "NAME", converter = ThemeConverter.class,
        description = "Colours for a dark or a light background; auto: as COLORFGBG says, else dark.")
    private Background theme;

    private Preferences preferences;

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

    /** What backgrounds {@code --theme} knows. */
    static final class ThemeConverter implements ITypeConverter<Background> {
        @Override
        public Background convert(String text) {
            if (!Background.words().contains(text)) {
                throw new TypeConversionException("--theme " + text + " is unknown; choose auto, dark or light.");
            }
            return Background.of(text);
        }
    }

    /** What the user has set once and for all; read once. */
    Preferences preferences() throws BadInput {
        if (preferences == null) {
            preferences = PreferencesReader.read(System.getenv());
        }
        return preferences;
    }

    /** Whether samples may be taken at that period. */
    static boolean allowsPeriod(long nanos) {
        return nanos >= SECOND / 10 && nanos <= 60 * SECOND;
    }

    long periodNanos() throws BadInput {
        if (period == null) {
            return preferences().periodNanos();
        }
        if (!allowsPeriod(period.nanos())) {
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
                return new Watching(plan, clock).onDashboard(appearance(System.getenv()));
            } catch (IOException e) {
                obstacle = Optional.of("Standard input and output are no terminal");
            }
        }
        if (!obstacle.get().isEmpty()) {
            System.err.println("coreloom: " + obstacle.get() + ", so there is no dashboard: running headless.");
        }
        return new Watching(plan, clock).headless(json, report, System.err);
    }

    /** An option comes before the environment, the environment before the file. */
    private Appearance appearance(Map<String, String> environment) throws BadInput {
        Look look = LookRules.look(environment, color(environment), ascii || preferences().value(Preference.GLYPHS).equals("ascii"),
                theme != null ? theme : Background.of(preferences().value(Preference.THEME)));
        return new Appearance(look, preferences().wishes(), FirstRun.of(environment));
    }

    private ColorChoice color(Map<String, String> environment) throws BadInput {
        if (color != null) {
            return color;
        }
        boolean fileAlone = !preferences().fromEnvironment(Preference.COLOR);
        return fileAlone && LookRules.refusesColors(environment) ? ColorChoice.NEVER : ColorChoice.of(preferences().value(Preference.COLOR));
    }

    private static Optional<String> obstacle() {
        return LookRules.dashboardPossible(System.getenv()) ? Optional.empty() : Optional.of("TERM says that this terminal cannot move its cursor");
    }
}
