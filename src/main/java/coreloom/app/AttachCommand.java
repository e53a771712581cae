package coreloom.app;

import coreloom.sampler.MachineSource;
import coreloom.snapshot.Clock;
import coreloom.workload.Attached;
import coreloom.workload.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches a running process. */
@Command(name = "attach", mixinStandardHelpOptions = true, description = {
    "Watches a running process, with all that it has started and will start: cores, on-CPU time, run delay, state "
        + "and what their threads wait for. Changes nothing in them.",
    ""},
    footer = {"", "Examples:",
        "  coreloom attach 4242",
        "  coreloom attach 4242 --headless --duration 10s --json"})
final class AttachCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PID", description = "Process id of the program to watch.")
    private String pid;

    @Option(names = "--no-children", description = "Watch that process alone, and nothing that it starts.")
    private boolean alone;

    @Option(names = "--duration", paramLabel = "T", converter = LengthOfTime.Converter.class,
        description = "With --headless: how long to watch. Unless given, until the last of them ends.")
    private LengthOfTime duration;

    @Option(names = "--sampling-cost", paramLabel = "PERCENT",
        description = "Most CPU time for looking at what threads wait for, in percent of one core; 1 unless given. 0: nobody looks.")
    private double samplingCost = 100 * MachineSource.USUAL_LIMIT;

    @Mixin
    private SamplerOption sampler = new SamplerOption();

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private RecordOptions record = new RecordOptions();

    /** The command as it is without options: needs no parser. */
    static AttachCommand of(String pid) {
        AttachCommand command = new AttachCommand();
        command.pid = pid;
        return command;
    }

    @Override
    public Integer call() throws BadInput {
        Clock clock = new SystemClock();
        double limit = limit();
        Attached attached = attached(clock);
        WatchPlan.Opening opening = session -> {
            session.recorder().limits(record.limits());
            session.watch(new MachineSource(clock, attached, session, sampler.choice(), limit),
                    new WatchedLoad(clock, session.notices(), attached, "attach"));
        };
        long longest = duration == null || duration.nanos() == 0 ? Long.MAX_VALUE : duration.nanos();
        return show.show(new WatchPlan(opening, show.periodNanos(), record.file(), longest, false,
                Runtime.getRuntime().availableProcessors()), clock);
    }

    private double limit() throws BadInput {
        if (!(samplingCost >= 0 && samplingCost <= 100)) {
            throw new BadInput("--sampling-cost must be between 0 and 100 percent of one core.");
        }
        return samplingCost / 100;
    }

    private Attached attached(Clock clock) throws BadInput {
        try {
            return Attached.to(pid, clock, !alone);
        } catch (Refusal e) {
            throw new BadInput(e.getMessage());
        }
    }
}
