package coreloom.app;

import coreloom.terminal.TerminalSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The front door. */
public final class Main {
    private static final Set<String> COMMANDS =
            Set.of("run", "attach", "exec", "replay", "compare", "sweep", "profiles", "dis", "doctor", "config", "export", "train", "help");
    private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] arguments) {
        // The launcher has made the terminal raw already; from here on it is given back however we end.
        TerminalSession.giveBackAtExit();
        Optional<Callable<Integer>> plain = plain(withCommand(arguments));
        System.exit(plain.isPresent() ? execute(plain.get()) : commandLine().execute(withCommand(arguments)));
    }

    /**
     * The command that these arguments name, where they have no options. Most starts are such, and a parser costs a fifth of the time to the first
     * frame: start-up archives leave its classes out, because they are of the oldest class format.
     */
    static Optional<Callable<Integer>> plain(String[] arguments) {
        boolean options = Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("-"));
        if (options || arguments.length > 2) {
            return Optional.empty();
        }
        Optional<String> operand = arguments.length == 2 ? Optional.of(arguments[1]) : Optional.empty();
        return switch (arguments[0]) {
            case "run" -> Optional.of(RunCommand.of(operand));
            case "attach" -> operand.map(AttachCommand::of);
            case "replay" -> operand.map(ReplayCommand::of);
            default -> Optional.empty();
        };
    }

    private static int execute(Callable<Integer> command) {
        try {
            return command.call();
        } catch (BadInput e) {
            System.err.println("coreloom: " + e.getMessage());
            return ExitCode.BAD_INPUT;
        } catch (Exception e) {
            throw new IllegalStateException("a command failed", e);
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CoreloomCommand());
        VariantHelp.addTo(line, "compare", "sweep");
        line.setParameterExceptionHandler((problem, given) -> {
            problem.getCommandLine().getErr().println("coreloom: " + sentence(problem.getMessage()) + " Try '"
                    + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.BAD_INPUT;
        });
        line.setExecutionExceptionHandler((problem, executed, result) -> {
            if (problem instanceof BadInput) {
                executed.getErr().println("coreloom: " + problem.getMessage());
                return ExitCode.BAD_INPUT;
            }
            throw problem;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        return line;
    }

    /** Without a command, run is meant: {@code coreloom gil} is {@code coreloom run gil}. */
    static String[] withCommand(String[] arguments) {
        if (arguments.length > 0 && (COMMANDS.contains(arguments[0]) || ABOUT.contains(arguments[0]))) {
            return arguments;
        }
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private static String sentence(String message) {
        String one = String.join(" ", Arrays.stream(message.split("\\R")).map(String::strip).toList());
        return one.endsWith(".") || one.endsWith("?") ? one : one + ".";
    }
}
