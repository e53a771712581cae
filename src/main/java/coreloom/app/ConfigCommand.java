package coreloom.app;

import coreloom.view.Keymap;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the configuration as it is in effect. */
@Command(name = "config", mixinStandardHelpOptions = true, description = {
    "Prints the configuration as it is in effect, each value with a comment that says what it may be: a file to begin with. "
        + "Changes nothing.", ""},
    footer = {"", "The file is ~/.config/coreloom/config.toml, or in $XDG_CONFIG_HOME/coreloom. Options come before the environment, "
        + "the environment before the file.",
        "", "Examples:",
        "  coreloom config                           what is in effect, and from where",
        "  coreloom config > my.toml                 a file to edit; move it to the place that its first lines name",
        "", "Exit codes: 0 done; 2 something in the file or the environment is wrong: the sentence says where."})
final class ConfigCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text(PreferencesReader.read(System.getenv())));
        out.flush();
        return ExitCode.DONE;
    }

    /** The configuration as a file that would put the same into effect. */
    static String text(Preferences preferences) {
        StringBuilder text = new StringBuilder("# Coreloom's configuration. Options come before the environment, the environment before this "
                + "file.\n");
        preferences.file().ifPresent(file -> text.append("# Its place: ").append(file).append('\n'));
        for (Preference preference : Preference.values()) {
            text.append("\n# ").append(preference.comment()).append("\n# In the environment: ").append(preference.variable());
            text.append(preferences.fromEnvironment(preference) ? ", as now.\n" : ".\n");
            text.append(preference.key()).append(" = ").append(quoted(preferences.value(preference))).append('\n');
        }
        text.append("\n# One character, or space, left, right, up, down, home, end, pageup, pagedown, tab, shift-left, shift-right, or ctrl-l and the like.\n")
                .append("[keys]\n");
        for (String name : Keymap.names()) {
            String line = name + " = " + quoted(preferences.keys().key(name).word());
            text.append(String.format("%-28s # %s%n", line, Keymap.sentence(name)));
        }
        return text.toString();
    }

    /** A text as TOML writes it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
