package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.Stage;
import coreloom.telemetry.TelemetryPage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real worker process and its page. Every wait ends with what it waits for, with the process, or with a generous deadline. */
final class RunningWorker implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final Process process;
    private final TelemetryPage page;
    private final int threads;
    private final WorkerTable table = new WorkerTable();

    private RunningWorker(Process process, TelemetryPage page, int threads) {
        this.process = process;
        this.page = page;
        this.threads = threads;
    }

    static RunningWorker start(Path file, int threads, String more) throws IOException {
        TelemetryPage page = TelemetryPage.create(file, threads);
        return new RunningWorker(launch("--page " + file + " --threads " + threads + " " + more), page, threads);
    }

    static Process launch(String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        command.addAll(List.of(arguments.split(" ")));
        return new ProcessBuilder(command).start();
    }

    void order(String bytes) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write(bytes.getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    /** Ends the process's standard input, as the death of the monitor does. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    void awaitStage(Stage stage) throws IOException, InterruptedException {
        await("stage " + stage, () -> page.stage() == stage);
    }

    void await(String what, BooleanSupplier condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (process.waitFor(1, TimeUnit.MILLISECONDS) && !condition.getAsBoolean() || System.nanoTime() - deadline > 0) {
                throw new AssertionError("no " + what + "; the worker " + (process.isAlive() ? "lives" : "says: " + words(process)));
            }
        }
    }

    /** What the process has said on standard error until its end. */
    static String words(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the worker does not end");
        }
        return process.exitValue();
    }

    Stage stage() {
        return page.stage();
    }

    long count(int slot, Count which) {
        read();
        return table.count(slot, which);
    }

    long waitNanos(int slot, WaitKind kind) {
        read();
        return table.waitNanos(slot, kind);
    }

    int tid(int slot) {
        read();
        return table.tid(slot);
    }

    /** A worker that has not made its page yet has counted nothing. */
    private void read() {
        table.clear();
        page.read(table, 0, 0, System.nanoTime());
        while (table.size() < threads) {
            table.add(0, table.size(), 0, 0);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
