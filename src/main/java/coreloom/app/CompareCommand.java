package coreloom.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a kernel under all variants. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = {
    "Runs a kernel under every variant that can run it, in turn and again, and prints what each gets out of the cores. "
        + "Ctrl-C ends it early with what it has.", ""},
    footer = {"", "Exit codes: 0 done; 1 a lane failed, or nothing was measured; 2 bad input; "
        + "130 or 143 ended early by Ctrl-C or SIGTERM, with what it had.",
        "", "Examples:",
        "  coreloom compare cpu",
        "  coreloom compare lock --workers 4 --variants threads,locked --repeats 5",
        "  coreloom compare io --duration 1s --json"})
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private MeasuringOptions options;

    @Option(names = "--workers", paramLabel = "N",
        description = "Workers of every lane, 1 to 4096. Unless given, as many as there are usable cores.")
    private Integer workers;

    @Option(names = "--duration", paramLabel = "T", defaultValue = "3s", converter = LengthOfTime.Converter.class,
        description = "How long each lane is measured; as long, but at most 1s, one worker runs alone before. Default: ${DEFAULT-VALUE}.")
    private LengthOfTime duration;

    @Override
    public Integer call() throws BadInput {
        int count = workers == null ? Runtime.getRuntime().availableProcessors()
                : WorkerCounts.allowed(String.valueOf(workers), "--workers " + workers);
        return options.run(options.plan("compare", List.of(count), duration, true),
                options.json() ? new CompareJson() : new CompareReport());
    }
}
