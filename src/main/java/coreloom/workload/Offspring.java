package coreloom.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes that a starter has started, and the folder of their files, which is made with the first one. Its starter guards it. */
final class Offspring implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final List<Process> started = new ArrayList<>();
    private RunFolder folder;
    private boolean closed;

    /** A file of that name in the folder; it is not made. */
    Path file(String name) throws IOException {
        if (closed) {
            throw new IOException("everything is being ended");
        }
        if (folder == null) {
            folder = RunFolder.create();
        }
        return folder.path().resolve(name);
    }

    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.removeIf(earlier -> !earlier.isAlive());
        started.add(process);
        return process;
    }

    /** Ends all that still run, waits until they have, and removes the folder. Nothing can be started any more. */
    @Override
    public void close() {
        closed = true;
        started.forEach(Process::destroyForcibly);
        started.forEach(Offspring::awaitEnd);
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
