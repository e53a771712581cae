package coreloom.workload;

import coreloom.telemetry.TelemetryLines;
import coreloom.workload.command.Command;
import coreloom.workload.command.PythonKernel;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts programs of the user's. A program that speaks the line protocol finds its version, the file to append its lines to, and how many workers are
 * wanted in its environment, and orders on its standard input; for any other that input is empty.
 */
public final class CommandStarter implements ProcessStarter {
    private static final String VERSION = "1";
    private static final String PROTOCOL = "CORELOOM_PROTOCOL";
    private static final String TELEMETRY = "CORELOOM_TELEMETRY";
    private static final String WORKERS = "CORELOOM_WORKERS";
    private static final List<String> PROTOCOL_VARIABLES = List.of(PROTOCOL, TELEMETRY, WORKERS);
    private static final String SILENT = "Throughput is n/a: the program does not tell its work units.";

    private final Offspring offspring = new Offspring();
    private final List<CommandProcess> started = new ArrayList<>();
    private final Console console;
    private Optional<Path> newestOutput = Optional.empty();

    /** Starts programs that read nothing, and whose output is kept for their last words. */
    public CommandStarter() {
        this(Console.OF_LANE);
    }

    /** @param console where every program reads from and writes to */
    public CommandStarter(Console console) {
        this.console = console;
    }

    /** The file that the program started last writes to; empty before the first, and where it writes to our own output. */
    public synchronized Optional<Path> newestOutput() {
        return newestOutput;
    }

    /** Asks all that run to end, and waits for that, but for none longer than so many ms. */
    public synchronized void askToEnd(long patienceMillis) {
        started.forEach(CommandProcess::ask);
        started.forEach(program -> program.awaitEnd(patienceMillis));
    }

    /** For a lane of real Python, the search for its interpreter. */
    @Override
    public Preparation prepare(LanePlan lane) {
        return lane.variant() instanceof PythonKernel kernel ? new PythonPreparation(lane, kernel, this::answers)
                : ProcessStarter.super.prepare(lane);
    }

    private synchronized Path answers() throws IOException {
        return offspring.file("answers");
    }

    @Override
    public synchronized WorkerProcess start(WorkerOrder order) throws IOException {
        Command command = (Command) order.lane().variant();
        String name = "lane-" + order.laneId() + "-process-" + order.number();
        CommandProcess.Files files = new CommandProcess.Files(offspring.file(name + ".words"), offspring.file(name + ".lines"));
        newestOutput = console.shared() ? Optional.empty() : Optional.of(console.output().orElse(files.words()));
        Process process = offspring.start(builder(command, order.lane(), files));
        CommandProcess program = new CommandProcess(process, files, lines(command, process, files), noteOn(command));
        started.removeIf(earlier -> !earlier.alive() && earlier.descendants().isEmpty());
        started.add(program);
        return program;
    }

    private ProcessBuilder builder(Command command, LanePlan lane, CommandProcess.Files files) throws IOException {
        int workers = lane.workers();
        List<String> line = new ArrayList<>(DeathSignal.prefix());
        lane.cores().ifPresent(some -> line.addAll(Pinning.here().prefix(some)));
        line.addAll(command.line(workers));
        ProcessBuilder builder = new ProcessBuilder(line);
        if (console.shared()) {
            builder.inheritIO();
        } else {
            builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(console.output().orElse(files.words()).toFile()));
        }
        builder.environment().put(Marked.VARIABLE, files.mark().value());
        // Those of a monitor that this one runs under are meant for this one alone.
        builder.environment().keySet().removeAll(PROTOCOL_VARIABLES);
        if (command.speaks()) {
            Files.createFile(files.lines());
            builder.environment().put(PROTOCOL, VERSION);
            builder.environment().put(TELEMETRY, files.lines().toString());
            builder.environment().put(WORKERS, String.valueOf(workers));
        }
        return builder;
    }

    /** What a lane lacks beside others is worth saying; of the only program nobody expects it. */
    private String noteOn(Command command) {
        boolean silent = console.kind() == Console.Kind.LANE && !command.speaks();
        return silent ? (command.label() + " " + SILENT).strip() : command.label();
    }

    private static Optional<TelemetryLines> lines(Command command, Process process, CommandProcess.Files files) throws IOException {
        if (command.speaks()) {
            return Optional.of(TelemetryLines.open(files.lines(), (int) process.pid()));
        }
        process.getOutputStream().close();
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        started.forEach(CommandProcess::close);
        started.clear();
        offspring.close();
    }
}
