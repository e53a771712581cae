package coreloom.app;

import coreloom.gil.bytecode.KernelFault;
import coreloom.history.repeats.OutlierRule;
import coreloom.sampler.MachineSource;
import coreloom.snapshot.Clock;
import coreloom.workload.ChildStarter;
import coreloom.workload.Conductor;
import coreloom.workload.Kernel;
import coreloom.workload.Setting;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What comparisons and sweeps have in common: which kernel, which variants, how long, how often. */
final class MeasuringOptions {
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_BASELINE_MILLIS = 1000;

    @Parameters(paramLabel = "KERNEL", description = "What every worker repeats: cpu, io, lock or another file in kernels/.")
    private String kernel;

    @Option(names = "--variants", paramLabel = "A,B", split = ",",
        description = "Only these variants, in this order. Unless given, all that can run it; command is none of them.")
    private List<String> variants = List.of();

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3",
        description = "Rounds, 1 to 20: everything once, then everything again. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(names = "--warm-up", paramLabel = "T", defaultValue = "500ms", converter = LengthOfTime.Converter.class,
        description = "How long a lane runs before it is measured, 1ms to 1m. Default: ${DEFAULT-VALUE}.")
    private LengthOfTime warmUp;

    @Mixin
    private SamplerOption sampler;

    @Option(names = "--json", description = "Print one JSON document instead of text. Unknown is null.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The plan, checked; {@code baseline} says whether one worker runs alone before each lane. */
    MeasuringPlan plan(String command, List<Integer> workers, LengthOfTime duration, boolean baseline) throws BadInput {
        Kernel chosen = chosen();
        if (repeats < 1 || repeats > OutlierRule.MOST_VALUES) {
            throw new BadInput("--repeats must be a whole number from 1 to " + OutlierRule.MOST_VALUES + ", but is " + repeats + ".");
        }
        if (duration.nanos() < SHORTEST_NANOS) {
            throw new BadInput("--duration must be at least 100ms: the kernel's clocks tick in 10ms.");
        }
        long warmUpMillis = TimeUnit.NANOSECONDS.toMillis(warmUp.nanos());
        if (!Setting.WARM_UP_MILLIS.allows(warmUpMillis)) {
            throw new BadInput("--warm-up must be at most 1m.");
        }
        long baselineMillis = baseline ? Math.min(LONGEST_BASELINE_MILLIS, TimeUnit.NANOSECONDS.toMillis(duration.nanos())) : 0;
        return new MeasuringPlan(command, chosen, variants(chosen), workers, repeats,
                new MeasuringPlan.Length(duration.nanos(), warmUpMillis, baselineMillis));
    }

    private Kernel chosen() throws BadInput {
        try {
            return Kernel.named(kernel).orElseThrow(() -> new BadInput("There is no kernel " + Quoted.of(kernel) + "; " + Kernel.choice() + "."));
        } catch (KernelFault wrong) {
            throw new BadInput(wrong.getMessage());
        }
    }

    private List<Variant> variants(Kernel chosen) throws BadInput {
        Set<Variant> found = new LinkedHashSet<>();
        for (String name : variants) {
            Optional<Variant> variant = Variants.named(name.strip()).filter(chosen.variants()::contains);
            found.add(variant.orElseThrow(() -> unknown(name, chosen)));
        }
        return found.isEmpty() ? chosen.variants() : List.copyOf(found);
    }

    private static BadInput unknown(String variant, Kernel chosen) {
        return new BadInput("There is no variant " + Quoted.of(variant) + " for kernel " + chosen.word() + "; there are "
                + chosen.variants().stream().map(Variant::name).collect(Collectors.joining(", ")) + ".");
    }

    /** Measures and reports. */
    int run(MeasuringPlan plan, MeasuringOutcome.Report report) {
        Clock clock = new SystemClock();
        Measurements measurements = new Measurements(plan);
        WatchPlan.Opening opening = session -> {
            Conductor conductor = new Conductor(clock, new ChildStarter());
            session.watch(new MachineSource(clock, conductor, session, sampler.choice()),
                    new MeasuringLoad(clock, conductor, measurements));
        };
        WatchPlan watching = new WatchPlan(opening, PERIOD_NANOS, Optional.empty(), Long.MAX_VALUE, false,
                Runtime.getRuntime().availableProcessors());
        MeasuringProgress progress = new MeasuringProgress(measurements, clock, System.err, StandardError.isTerminal());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return new Watching(watching, clock).headless(new MeasuringOutcome(measurements, progress, report, out, System.err), System.err);
    }
}
