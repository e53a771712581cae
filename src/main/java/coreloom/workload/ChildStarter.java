package coreloom.workload;

import coreloom.telemetry.TelemetryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Starts real worker processes. */
public final class ChildStarter implements ProcessStarter {
    private static final List<String> FOREIGN_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Supplier<WorkerCommand> source;
    private final Offspring offspring = new Offspring();
    private WorkerCommand command;

    /** Starts workers with this program's own classes and runtime. */
    public ChildStarter() {
        this(WorkerCommand::ours);
    }

    /** @param source asked once, before the first start, on the thread that starts */
    public ChildStarter(Supplier<WorkerCommand> source) {
        this.source = source;
    }

    @Override
    public synchronized WorkerProcess start(WorkerOrder order) throws IOException {
        String name = "lane-" + order.laneId() + "-process-" + order.number();
        Path pageFile = offspring.file(name + ".page");
        Path words = offspring.file(name + ".words");
        Path crash = offspring.file(name + ".crash");
        if (command == null) {
            command = source.get();
        }
        List<String> line = command.lineOf(order, pageFile, crash);
        List<Path> traces = new ArrayList<>(List.of(pageFile, words));
        if (PoolFiles.areFor(order.crew().role())) {
            PoolFiles pool = PoolFiles.of(pageFile.getParent(), order.laneId());
            pool.make();
            line.addAll(pool.options(order));
            traces.addAll(pool.paths());
        }
        if (order.lane().kernel().answers()) {
            EchoSocket socket = EchoSocket.of(pageFile.getParent(), order.laneId());
            line.addAll(socket.options(order));
            traces.add(socket.path());
        }
        TelemetryPage page = TelemetryPage.create(pageFile, order.threads());
        Process process = offspring.start(builder(line, words));
        return new ChildProcess(process, page, words, traces);
    }

    /**
     * Standard output goes where the errors go: a runtime that cannot start says so there. Runtime options that somebody has put into the
     * environment are not ours, and would make lanes of two machines differ.
     */
    private static ProcessBuilder builder(List<String> line, Path words) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(words.toFile());
        builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
        return builder;
    }

    @Override
    public synchronized void close() {
        offspring.close();
    }
}
