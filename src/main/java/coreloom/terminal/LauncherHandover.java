package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the launcher did to the terminal before the JVM started: it is raw already. Told by the system properties {@code coreloom.stty}
 * (what {@code stty -g} said before), {@code coreloom.columns} and {@code coreloom.rows}.
 *
 * @param savedSettings as {@code stty -g} writes them
 * @param size          columns and rows at the start
 */
record LauncherHandover(String savedSettings, TerminalSize size) {
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    /**
     * Takes the terminal over, once from the launcher; where there was none, does what it would have done. Empty where there is no
     * terminal.
     */
    static Optional<LauncherHandover> take() {
        Optional<LauncherHandover> given = TAKEN.getAndSet(true) ? Optional.empty() : fromProperties();
        return given.or(() -> SttyLine.prepare().flatMap(LauncherHandover::parse));
    }

    /** When the JVM ends and nobody has taken the terminal over, its modes are restored. */
    static void giveBackAtExit() {
        fromProperties().ifPresent(handover -> Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!TAKEN.getAndSet(true)) {
                new SttyLine(handover.savedSettings()).restore();
            }
        }, "terminal give back")));
    }

    private static Optional<LauncherHandover> fromProperties() {
        String saved = System.getProperty("coreloom.stty", "");
        TerminalSize size = LineSize.of(Integer.getInteger("coreloom.columns", 0), Integer.getInteger("coreloom.rows", 0));
        return saved.isEmpty() ? Optional.empty() : Optional.of(new LauncherHandover(saved, size));
    }

    /** Reads two lines: the settings saved, and rows and columns. */
    static Optional<LauncherHandover> parse(String answer) {
        String[] lines = answer.strip().split("\n");
        return lines.length == 2
                ? SttyLine.size(lines[1]).map(size -> new LauncherHandover(lines[0].strip(), size)) : Optional.empty();
    }
}
