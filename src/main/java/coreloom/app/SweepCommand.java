package coreloom.app;

import coreloom.export.SvgChart;
import coreloom.terminal.ColorChoice;
import coreloom.terminal.LookRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a kernel with ever more workers. */
@Command(name = "sweep", mixinStandardHelpOptions = true, description = {
    "Runs a kernel with several numbers of workers under each variant, and draws throughput against workers with a "
        + "fit of Amdahl's law and of the universal scalability law. Ctrl-C ends it early with what it has.", ""},
    footer = {"", "Exit codes: 0 done; 1 a lane failed, or nothing was measured, or a file could not be written; 2 bad input; "
        + "130 or 143 ended early by Ctrl-C or SIGTERM, with what it had.", "", "Examples:",
        "  coreloom sweep cpu --workers 1..8",
        "  coreloom sweep lock --workers 1,2,4,8 --variants threads,locked --svg lock.svg",
        "  coreloom sweep io --duration 500ms --json"})
final class SweepCommand implements Callable<Integer> {
    private static final int FEWEST_FOR_BOTH_LAWS = 4;

    @Mixin
    private MeasuringOptions options;

    @Option(names = "--workers", paramLabel = "LIST",
        description = "Numbers of workers: 1..8, 1,2,4 or 1..4,8. Unless given, 1 to the usable cores, and to 4 at least.")
    private String workers;

    @Option(names = "--duration", paramLabel = "T", defaultValue = "1s", converter = LengthOfTime.Converter.class,
        description = "How long each lane is measured. Default: ${DEFAULT-VALUE}.")
    private LengthOfTime duration;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the chart into this file too; one that exists is written anew.")
    private Path svg;

    @Option(names = "--ascii", description = "Draw with ASCII characters only. Unless given, the locale decides.")
    private boolean ascii;

    @Override
    public Integer call() throws BadInput {
        String counts = workers == null ? "1.." + Math.max(FEWEST_FOR_BOTH_LAWS, Runtime.getRuntime().availableProcessors()) : workers;
        MeasuringPlan plan = options.plan("sweep", WorkerCounts.parse(counts), duration, false);
        refuseUnwritable();
        boolean unicode = LookRules.look(System.getenv(), ColorChoice.AUTO, ascii).unicode();
        return options.run(plan, withChart(options.json() ? new SweepJson() : new SweepReport(unicode)));
    }

    /** Better said now than after minutes of measuring. */
    private void refuseUnwritable() throws BadInput {
        if (svg == null) {
            return;
        }
        Path folder = svg.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(svg) || !Files.isDirectory(folder) || !Files.isWritable(Files.exists(svg) ? svg : folder)) {
            throw new BadInput("--svg " + Quoted.of(svg.toString()) + " cannot be written: name a file in a folder that you may write to.");
        }
    }

    private MeasuringOutcome.Report withChart(MeasuringOutcome.Report text) {
        return svg == null ? text : new MeasuringOutcome.Report() {
            @Override
            public String of(Measured measured) {
                return text.of(measured);
            }

            @Override
            public void save(Measured measured) throws IOException {
                saveChart(measured);
            }
        };
    }

    private void saveChart(Measured measured) throws IOException {
        try {
            Files.writeString(svg, new SvgChart(measured.plan().heading(), measured.curves()).text());
        } catch (IOException e) {
            throw new IOException("the chart could not be written to " + Quoted.of(svg.toString()) + ": " + e + ".", e);
        }
    }
}
