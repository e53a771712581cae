package coreloom.workload;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of worker processes.
 *
 * @param prefix    what stands in front of the runtime, so that workers die with the monitor; may be empty
 * @param java      the runtime's launcher
 * @param classPath where the worker's classes are
 * @param mainClass the worker's entry
 * @param experiment options of a worker that no profile has
 */
public record WorkerCommand(List<String> prefix, Path java, String classPath, String mainClass, List<String> experiment) {
    /** The entry of the worker process that we ship. */
    public static final String WORKER_MAIN = "coreloom.workload.worker.WorkerMain";

    /** One collector without threads, a small heap and nothing written outside: the same little machine for every lane. */
    private static final List<String> RUNTIME_OPTIONS = List.of("-XX:+UseSerialGC", "-Xms16m", "-Xss512k",
            "-XX:-UsePerfData", "-Xshare:auto", "-XX:-CreateCoredumpOnCrash");
    private static final int HEAP_MEGABYTES = 64;
    /** How many workers that heap is for; each further one needs {@link #WORKER_KILOBYTES} more, an interpreter's stack above all. */
    private static final int HEAP_WORKERS = 512;
    private static final int WORKER_KILOBYTES = 128;

    /** System property with the options of an experiment, separated by commas: see bench/README.md. */
    private static final String EXPERIMENT = "coreloom.worker.options";

    public WorkerCommand {
        prefix = List.copyOf(prefix);
        experiment = List.copyOf(experiment);
    }

    /** One without an experiment. */
    public WorkerCommand(List<String> prefix, Path java, String classPath, String mainClass) {
        this(prefix, java, classPath, mainClass, List.of());
    }

    /** The worker of this very program on the runtime that runs it; ends with the calling thread where the system offers that. */
    public static WorkerCommand ours() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String experiment = System.getProperty(EXPERIMENT, "");
        return new WorkerCommand(DeathSignal.prefix(), java, absolute(System.getProperty("java.class.path")), WORKER_MAIN,
                experiment.isEmpty() ? List.of() : List.of(experiment.split(",")));
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The whole command.
     *
     * @param page  its telemetry page
     * @param crash where the runtime writes its report should it crash
     */
    List<String> lineOf(WorkerOrder order, Path page, Path crash) {
        List<String> line = new ArrayList<>(prefix);
        order.lane().cores().ifPresent(cores -> line.addAll(Pinning.here().prefix(cores)));
        line.add(java.toString());
        line.addAll(RUNTIME_OPTIONS);
        line.add("-Xmx" + heapMegabytes(order.threads()) + "m");
        line.add("-XX:ErrorFile=" + crash);
        line.addAll(List.of("-cp", classPath, mainClass));
        line.addAll(List.of("--page", page.toString()));
        line.addAll(List.of("--threads", String.valueOf(order.threads())));
        line.addAll(List.of("--first", String.valueOf(order.firstWorker())));
        line.addAll(List.of("--thread-kind", order.lane().variant().threadKind().word()));
        line.addAll(List.of("--discipline", order.crew().discipline().word()));
        line.addAll(order.lane().kernel().options());
        for (Setting setting : Setting.values()) {
            if (setting.toldToWorkers()) {
                line.addAll(List.of(setting.option(), String.valueOf(order.lane().value(setting))));
            }
        }
        for (WordSetting setting : WordSetting.values()) {
            if (setting.toldToWorkers()) {
                order.lane().word(setting).ifPresent(word -> line.addAll(List.of(setting.option(), word)));
            }
        }
        line.addAll(experiment);
        return line;
    }

    private static int heapMegabytes(int workers) {
        return HEAP_MEGABYTES + Math.max(0, workers - HEAP_WORKERS) * WORKER_KILOBYTES / 1024;
    }
}
