package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The line by way of {@code stty}, which is everywhere: about 10 ms a call, 50 ms the first. Serves until {@link NativeLine} is there. */
final class SttyLine implements TerminalLine {
    private static final String RAW = "stty -icanon -echo -isig -ixon -onlcr min 1 time 0";
    private static final int LONGEST_ANSWER_BYTES = 4096;
    private static final long PATIENCE_MILLIS = 1000;

    private final String savedSettings;

    /** @param savedSettings what {@code stty -g} said before the modes were changed */
    SttyLine(String savedSettings) {
        this.savedSettings = savedSettings;
    }

    /**
     * Makes the terminal raw and tells how it was, in one go.
     *
     * @return two lines, the settings saved and the size; empty where standard input and output are no terminal
     */
    static Optional<String> prepare() {
        return shell("[ -t 0 ] && [ -t 1 ] && stty -g >&2 && stty size >&2 && " + RAW);
    }

    @Override
    public void raw() {
        shell(RAW);
    }

    /** GNU's stty waits until the line has taken all output, which a stuck one never does; asked not to where it can be. */
    @Override
    public void restore() {
        if (savedSettings.matches("[0-9a-zA-Z:=]+")) {
            shell("trap '' TTOU; stty -drain " + savedSettings + " 2>/dev/null || stty " + savedSettings);
        }
    }

    @Override
    public Optional<TerminalSize> size() {
        return shell("stty size >&2").flatMap(SttyLine::size);
    }

    @Override
    public void stopProcessGroup() {
        shell("kill -s TSTP 0");
    }

    @Override
    public void discardOutput() {}

    /** The size in an answer of {@code stty size}: rows and columns. */
    static Optional<TerminalSize> size(String answer) {
        String[] words = answer.strip().split(" ");
        try {
            return words.length == 2 ? Optional.of(LineSize.of(Integer.parseInt(words[1]), Integer.parseInt(words[0]))) : Optional.empty();
        } catch (NumberFormatException notASize) {
            return Optional.empty();
        }
    }

    /** Runs a script on our own terminal; what it says on standard error when it ends well and in time. */
    private static Optional<String> shell(String script) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", script)
                    .redirectInput(Redirect.INHERIT).redirectOutput(Redirect.INHERIT).start();
            try {
                boolean well = process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
                return well ? Optional.of(answer(process)) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException noShell) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String answer(Process process) throws IOException {
        return new String(process.getErrorStream().readNBytes(LONGEST_ANSWER_BYTES), StandardCharsets.US_ASCII);
    }
}
