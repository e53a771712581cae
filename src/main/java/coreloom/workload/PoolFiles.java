package coreloom.workload;

import coreloom.workload.variant.Crew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the processes of a pool share, in the run folder: a named pipe of calls, one of results, and a page with their count and locks.
 * Every process of a lane names the same; the first makes them.
 */
record PoolFiles(Path calls, Path results, Path shared) {
    private static final int SHARED_BYTES = 8;
    private static final String MISSING = "a pool needs named pipes, and there is no mkfifo on the PATH to make them";

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
        Tool mkfifo = Tool.named("mkfifo").orElseThrow(() -> new IOException(MISSING));
        if (!Tool.succeeds(mkfifo.with("-m", "600", calls.toString(), results.toString()))) {
            throw new IOException("a pool needs named pipes, and mkfifo could not make them in " + calls.getParent());
        }
    }

    /** Why a lane of such processes cannot run here, as a clause; empty where it can. */
    static Optional<String> obstacle(List<Crew> crews) {
        boolean needed = crews.stream().anyMatch(crew -> areFor(crew.role()));
        return needed && Tool.named("mkfifo").isEmpty() ? Optional.of(MISSING) : Optional.empty();
    }

    /** What a process of the pool is told: options and their values. */
    List<String> options(WorkerOrder order) {
        List<String> options = new ArrayList<>(List.of("--role", order.crew().role().word()));
        options.addAll(List.of("--pool-workers", String.valueOf(order.lane().workers())));
        options.addAll(List.of("--calls", calls.toString(), "--results", results.toString(), "--shared", shared.toString()));
        return options;
    }

    /** Whether a process in that role needs them. */
    static boolean areFor(Crew.Role role) {
        return switch (role) {
            case WORKERS, ASKER -> false;
            case POOLED, PARENT -> true;
        };
    }

    List<Path> paths() {
        return List.of(calls, results, shared);
    }
}
