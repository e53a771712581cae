package coreloom.workload.worker;

import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody who asks, in the process of the test: for kernels that answer. */
final class Asking {
    private Asking() {}

    /** Begins to ask the workers that these options describe, if their kernel answers. */
    static void begin(WorkerOptions options) {
        if (options.kernel().file().endsWith("echo.pyasm")) {
            Path socket = options.echo().answers().orElseThrow();
            Thread thread = new Thread(() -> ask(socket), "asker");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void ask(Path socket) {
        Path page = socket.resolveSibling(socket.getFileName() + ".page");
        try (SocketChannel answering = AskerProcess.connect(socket, System::nanoTime)) {
            new Asker(answering, new AskerOptions(socket, 0, Optional.empty()), new WorkerPage(page, 1, 1).slot(0), System::nanoTime, () -> true).ask();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For a process with the answering worker. */
    static WorkerOptions.Echo at(Path socket) {
        return new WorkerOptions.Echo(Optional.of(socket), Optional.empty());
    }
}
