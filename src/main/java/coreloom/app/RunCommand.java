package coreloom.app;

import coreloom.sampler.MachineSource;
import coreloom.snapshot.Clock;
import coreloom.workload.Conductor;
import coreloom.workload.ChildStarter;
import coreloom.workload.CommandStarter;
import coreloom.workload.LaneStarters;
import coreloom.workload.Overrides;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a profile. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Runs the lanes of a profile, one after the other, and shows what each gets out of the cores.", ""},
    footer = {"", "Examples:",
        "  coreloom                              the first profile, on the dashboard",
        "  coreloom gil --workers 4              four threads under one interpreter lock",
        "  coreloom run cpu --headless --duration 10s --json",
        "  coreloom run io --lanes threads,gil --record io.jsonl"})
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PROFILE", description = "Name of a profile; see 'coreloom profiles'. Unless given, the configured or first one.")
    private String profile;

    @Option(names = "--workers", paramLabel = "N", description = "Workers of every lane, instead of the profile's. Keys + and - change it.")
    private Integer workers;

    @Option(names = "--duration", paramLabel = "T", converter = LengthOfTime.Converter.class,
        description = "How long each lane is measured: 10s, 500ms, 2m; 0 is until stopped. Warm-up and the one-worker baseline come before.")
    private LengthOfTime duration;

    @Option(names = "--lanes", paramLabel = "A,B", split = ",", description = "Only these lanes of the profile, in this order.")
    private List<String> lanes = List.of();

    @Mixin
    private SamplerOption sampler = new SamplerOption();

    @Mixin
    private ProfileFolder folder = new ProfileFolder();

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Mixin
    private FailOn failOn = new FailOn();

    /** The command as it is without options: needs no parser. */
    static RunCommand of(Optional<String> profile) {
        RunCommand command = new RunCommand();
        command.profile = profile.orElse(null);
        return command;
    }

    @Override
    public Integer call() throws BadInput {
        Clock clock = new SystemClock();
        int cores = Runtime.getRuntime().availableProcessors();
        Optional<String> wanted = profile != null ? Optional.of(profile) : show.preferences().profile();
        WatchPlan.Opening opening = session -> open(session, clock, cores, wanted);
        FindingGate gate = failOn.gate();
        return show.show(new WatchPlan(opening, show.periodNanos(), record.file(), Long.MAX_VALUE, false, cores, gate), clock);
    }

    private void open(Session session, Clock clock, int cores, Optional<String> wanted) throws BadInput {
        session.recorder().limits(record.limits());
        ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(cores));
        Conductor conductor = new Conductor(clock, new LaneStarters(new ChildStarter(), new CommandStarter()));
        Overrides overrides = new Overrides(workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
                duration == null ? OptionalLong.empty() : OptionalLong.of(duration.nanos()), lanes);
        session.watch(new MachineSource(clock, conductor, session, sampler.choice()),
                new ProfileLoad(clock, session.notices(), new ProfileLoad.Shelf(shelf, conductor), wanted, overrides));
    }
}
