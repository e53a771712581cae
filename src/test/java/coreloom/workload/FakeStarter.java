package coreloom.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link FakeWorker}s, numbered from process id 100. */
final class FakeStarter implements ProcessStarter {
    private final Path folder;
    private final List<FakeWorker> workers = new ArrayList<>();
    private int startsBeforeFailure = Integer.MAX_VALUE;
    private boolean deaf;
    private int closes;

    FakeStarter(Path folder) {
        this.folder = folder;
    }

    void failAfter(int starts) {
        startsBeforeFailure = starts;
    }

    /** Workers started from now on ignore the order to stop. */
    void deafWorkers() {
        deaf = true;
    }

    @Override
    public WorkerProcess start(WorkerOrder order) throws IOException {
        if (workers.size() >= startsBeforeFailure) {
            throw new IOException("no room");
        }
        int pid = 100 + workers.size();
        FakeWorker worker = new FakeWorker(order, folder.resolve("page-" + pid), pid, deaf);
        workers.add(worker);
        return worker;
    }

    List<FakeWorker> workers() {
        return workers;
    }

    int closes() {
        return closes;
    }

    @Override
    public void close() {
        closes++;
    }
}
