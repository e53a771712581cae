package coreloom.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts {@link FakeWorker}s, numbered from process id 100. */
final class FakeStarter implements ProcessStarter {
    private final Path folder;
    private final List<FakeWorker> workers = new ArrayList<>();
    private int startsBeforeFailure = Integer.MAX_VALUE;
    private boolean deaf;
    private int preparationSteps;
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

    /** Lanes that begin from now on have something to find out before, for so many steps. */
    void prepareFor(int steps) {
        preparationSteps = steps;
    }

    @Override
    public Preparation prepare(LanePlan lane) {
        AtomicInteger left = new AtomicInteger(preparationSteps);
        return now -> left.getAndDecrement() > 0 ? Optional.empty() : Optional.of(lane);
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
