package coreloom.workload;

import coreloom.workload.variant.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the processes of a pool share, in the run folder: a named pipe of calls, one of results, and a page with their count and locks.
 * Every process of a lane names the same; the first makes them.
 */
record PoolFiles(Path calls, Path results, Path shared) {
    private static final int SHARED_BYTES = 8;
    private static final int PATIENCE_SECONDS = 2;

    static PoolFiles of(Path folder, int laneId) {
        String lane = "lane-" + laneId + "-pool.";
        return new PoolFiles(folder.resolve(lane + "calls"), folder.resolve(lane + "results"), folder.resolve(lane + "shared"));
    }

    /**
     * Makes them, if they are not there yet.
     *
     * @throws IOException with one clause that says why they cannot be made
     */
    void make() throws IOException {
        if (!Files.exists(shared)) {
            makePipes();
            Files.write(shared, new byte[SHARED_BYTES]);
        }
    }

    /** Java makes no named pipes; the command of POSIX does. Readable by their owner alone. */
    private void makePipes() throws IOException {
        List<String> line = List.of("mkfifo", "-m", "600", calls.toString(), results.toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("a pool needs named pipes, and mkfifo could not make them in " + calls.getParent());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("mkfifo was interrupted", stopped);
        }
    }

    /** What a process of the pool is told: options and their values. */
    List<String> options(WorkerOrder order) {
        List<String> options = new ArrayList<>(List.of("--role", order.crew().role().word(), "--pool-workers", order.lane().workers() + ""));
        options.addAll(List.of("--calls", calls.toString(), "--results", results.toString(), "--shared", shared.toString()));
        return options;
    }

    /** Whether a process in that role needs them. */
    static boolean areFor(Crew.Role role) {
        return switch (role) {
            case WORKERS -> false;
            case POOLED, PARENT -> true;
        };
    }

    List<Path> paths() {
        return List.of(calls, results, shared);
    }
}
