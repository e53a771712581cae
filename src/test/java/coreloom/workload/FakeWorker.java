package coreloom.workload;

import coreloom.telemetry.Stage;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A worker process without a process: a test makes it map its page, get ready and die. It obeys the order to stop unless it is deaf. */
final class FakeWorker implements WorkerProcess {
    private final WorkerOrder order;
    private final Path file;
    private final TelemetryPage page;
    private final StringBuilder heard = new StringBuilder();
    private final int pid;
    private final boolean deaf;
    private WorkerPage own;
    private OptionalInt exitCode = OptionalInt.empty();
    private String words = "";
    private int forgets;

    FakeWorker(WorkerOrder order, Path file, int pid, boolean deaf) throws IOException {
        this.order = order;
        this.file = file;
        this.page = TelemetryPage.create(file, order.threads());
        this.pid = pid;
        this.deaf = deaf;
    }

    WorkerOrder order() {
        return order;
    }

    void map() {
        try {
            own = new WorkerPage(file, order.threads(), pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ready() {
        own.stage(Stage.READY);
    }

    WorkerPage own() {
        return own;
    }

    void die(int code, String lastWords) {
        exitCode = OptionalInt.of(code);
        words = lastWords;
    }

    /** The orders it has heard, one letter each; a kill is an x. */
    String heard() {
        return heard.toString();
    }

    boolean forgotten() {
        return forgets > 0;
    }

    int forgets() {
        return forgets;
    }

    @Override
    public int pid() {
        return pid;
    }

    @Override
    public TelemetryPage telemetry() {
        return page;
    }

    @Override
    public boolean alive() {
        return exitCode.isEmpty();
    }

    @Override
    public OptionalInt exitCode() {
        return exitCode;
    }

    @Override
    public String lastWords() {
        return words;
    }

    @Override
    public void tell(byte wanted) {
        heard.append((char) wanted);
        if (wanted == STOP && !deaf && alive()) {
            die(0, "");
        }
    }

    @Override
    public void kill() {
        if (alive()) {
            heard.append('x');
            die(137, "");
        }
    }

    @Override
    public void forget() {
        forgets++;
    }
}
