package coreloom.workload;

import coreloom.telemetry.TelemetryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Starts real worker processes. Its folder is made with the first one. */
public final class ChildStarter implements ProcessStarter {
    private static final List<String> FOREIGN_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final int PATIENCE_SECONDS = 2;

    private final Supplier<WorkerCommand> source;
    private final List<Process> started = new ArrayList<>();
    private WorkerCommand command;
    private RunFolder folder;
    private boolean closed;

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
        if (closed) {
            throw new IOException("everything is being ended");
        }
        prepare();
        String name = "lane-" + order.laneId() + "-process-" + order.number();
        Path pageFile = folder.path().resolve(name + ".page");
        Path words = folder.path().resolve(name + ".words");
        Path crash = folder.path().resolve(name + ".crash");
        List<String> line = command.lineOf(order, pageFile, crash);
        List<Path> traces = new ArrayList<>(List.of(pageFile, words));
        if (PoolFiles.areFor(order.crew().role())) {
            PoolFiles pool = PoolFiles.of(folder.path(), order.laneId());
            pool.make();
            line.addAll(pool.options(order));
            traces.addAll(pool.paths());
        }
        TelemetryPage page = TelemetryPage.create(pageFile, order.threads());
        Process process = launch(line, words);
        started.removeIf(earlier -> !earlier.isAlive());
        started.add(process);
        return new ChildProcess(process, page, words, traces);
    }

    private void prepare() throws IOException {
        if (command == null) {
            command = source.get();
        }
        if (folder == null) {
            folder = RunFolder.create();
        }
    }

    /**
     * Standard output goes where the errors go: a runtime that cannot start says so there. Runtime options that somebody has put into the
     * environment are not ours, and would make lanes of two machines differ.
     */
    private static Process launch(List<String> line, Path words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(words.toFile());
        builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
        return builder.start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        started.forEach(Process::destroyForcibly);
        started.forEach(ChildStarter::awaitEnd);
        started.clear();
        if (folder != null) {
            folder.close();
            folder = null;
        }
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
