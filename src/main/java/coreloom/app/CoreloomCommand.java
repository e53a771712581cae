package coreloom.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "coreloom", mixinStandardHelpOptions = true, versionProvider = Version.class,
    subcommands = {RunCommand.class, AttachCommand.class, ExecCommand.class, ReplayCommand.class, CompareCommand.class, SweepCommand.class, ProfilesCommand.class,
        DisCommand.class, DoctorCommand.class, ConfigCommand.class, ExportCommand.class, TrainCommand.class, HelpCommand.class},
    description = {
        "My program has N threads, so why are my cores idle?",
        "",
        "Runs a piece of work as threads, as processes and under an emulated interpreter lock, or watches a program, and shows core by core and thread by thread where the time goes.",
        "",
        "Without a command it runs a profile: 'coreloom' the first one, 'coreloom gil' that one."},
    footer = {
        "",
        "Exit codes: 0 done; 1 something failed while running; 2 bad input; 3 a finding of --fail-on; 128 + n ended by signal n.",
        "Keys of the dashboard: press ? in it.",
        "Environment: JAVA_HOME, TERM, COLORTERM, NO_COLOR, LANG are obeyed. Configuration: see coreloom config."})
final class CoreloomCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given");
    }
}
