package coreloom.app;

import coreloom.sampler.MachineSource;
import coreloom.snapshot.Clock;
import coreloom.workload.CommandStarter;
import coreloom.workload.Conductor;
import coreloom.workload.Console;
import coreloom.workload.LanePlan;
import coreloom.workload.Overrides;
import coreloom.workload.Profile;
import coreloom.workload.Refusal;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a program and watches it. */
@Command(name = "exec", mixinStandardHelpOptions = true, description = {
    "Starts a program and watches it, with all the processes that it starts, until the last of them has ended: cores, on-CPU time, run "
        + "delay, state, and why its threads wait.",
    "",
    "On the dashboard the program reads nothing, and what it writes stands in a panel; q ends it. With --headless it has standard input, output and error to itself, and the report goes to standard error at its end.",
    ""},
    footer = {"", "Exit codes: that of the program (128 + n where signal n ended it); 0 when you quit before its end; 2 bad input.",
        "Examples:",
        "  coreloom exec -- make -j4",
        "  coreloom exec --output build.log -- make -j4",
        "  coreloom exec --headless --json --output run.log -- python3 job.py"})
final class ExecCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments; put -- before it.")
    private List<String> words;

    @Option(names = "--output", paramLabel = "FILE", description = "Append what the program writes to this file; the report of --headless then goes to standard output.")
    private Path output;

    @Mixin
    private SamplerOption sampler = new SamplerOption();

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Override
    public Integer call() throws BadInput {
        refuseUnwritable();
        Clock clock = new SystemClock();
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicReference<LaunchedLoad> load = new AtomicReference<>();
        WatchPlan.Opening opening = session -> load.set(open(session, clock));
        PrintStream report = show.headless() && output == null ? System.err : System.out;
        int code = show.show(new WatchPlan(opening, show.periodNanos(), record.file(), Long.MAX_VALUE, false, cores), clock, report);
        OptionalInt own = load.get() == null || code == ExitCode.BAD_INPUT ? OptionalInt.empty() : load.get().exitCode();
        return own.orElse(code);
    }

    private void refuseUnwritable() throws BadInput {
        if (output != null && (Files.isDirectory(output) || Files.exists(output) && !Files.isWritable(output)
                || !Files.exists(output) && !Files.isWritable(output.toAbsolutePath().getParent()))) {
            throw new BadInput("--output names a file that cannot be written; name another one.");
        }
    }

    private LaunchedLoad open(Session session, Clock clock) throws BadInput {
        session.recorder().limits(record.limits());
        Console console = output != null ? Console.into(output) : show.headless() ? Console.SHARED : Console.OWN;
        CommandStarter starter = new CommandStarter(console);
        Conductor conductor = new Conductor(clock, starter);
        try {
            LanePlan lane = LanePlan.program(words);
            conductor.start(new Profile(lane.name(), lane.name(), OptionalInt.empty(), List.of(lane)), Overrides.NONE);
        } catch (Refusal e) {
            throw new BadInput(e.getMessage());
        }
        LaunchedLoad load = new LaunchedLoad(clock, session.notices(), conductor, starter);
        session.watch(new MachineSource(clock, conductor, session, sampler.choice()), load);
        return load;
    }
}
