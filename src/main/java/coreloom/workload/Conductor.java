package coreloom.workload;

import coreloom.snapshot.Clock;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.WorkerTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the lanes of a profile in turn, each alone on the machine; the earlier ones stay listed. It has no thread and never waits: the
 * session's thread steps it, and must be the same long-lived thread each time, because workers die with it. Only {@link #close} may come
 * from another thread.
 */
public final class Conductor implements Lanes {
    private final Clock clock;
    private final ProcessStarter starter;
    private final List<LaneRun> runs = new ArrayList<>();
    private List<LanePlan> plans = List.of();
    private String profile = "";
    private List<LaneReading> readings = List.of();
    private int nextLaneId;
    private boolean closed;

    /** @param starter is closed with the conductor */
    public Conductor(Clock clock, ProcessStarter starter) {
        this.clock = clock;
        this.starter = starter;
    }

    /**
     * Ends at once what runs and begins with the first lane of that profile at the next step. Waits for nothing.
     *
     * @throws Refusal when an override does not fit the profile; then what runs goes on
     */
    public synchronized void start(Profile wanted, Overrides overrides) throws Refusal {
        Profile fitted = overrides.appliedTo(wanted);
        stop();
        runs.forEach(LaneRun::forget);
        runs.clear();
        plans = closed ? List.of() : fitted.lanes();
        profile = fitted.name();
        readings = List.of();
    }

    /** Ends at once what runs; lanes that had begun stay listed, no further one begins. Take a last snapshot before. */
    public synchronized void stop() {
        long now = clock.nanos();
        plans = plans.subList(0, Math.min(plans.size(), runs.size()));
        for (LaneRun run : runs) {
            if (!run.gone()) {
                run.kill(now);
            }
        }
    }

    /** Ends the lane that runs and begins it anew at the next step, as another lane of the same plan: what it had measured is worth nothing. */
    public synchronized void again() {
        if (!runs.isEmpty() && !closed && !finished()) {
            LaneRun run = runs.remove(runs.size() - 1);
            run.kill(clock.nanos());
            run.forget();
        }
    }

    @Override
    public synchronized Step step() {
        if (closed || finished()) {
            return Step.NOTHING;
        }
        long now = clock.nanos();
        boolean fresh = runs.isEmpty() || runs.get(runs.size() - 1).gone();
        if (fresh) {
            runs.add(new LaneRun(nextLaneId++, plans.get(runs.size()), starter, now));
        }
        Step step = runs.get(runs.size() - 1).step(now);
        return fresh ? step.withSnapshot() : step;
    }

    @Override
    public synchronized boolean finished() {
        return runs.size() == plans.size() && (runs.isEmpty() || runs.get(runs.size() - 1).gone());
    }

    @Override
    public synchronized String profile() {
        return profile;
    }

    @Override
    public synchronized List<LaneReading> lanes() {
        boolean same = readings.size() == runs.size();
        for (int i = 0; i < runs.size() && same; i++) {
            same = readings.get(i) == runs.get(i).reading();
        }
        if (!same) {
            readings = runs.stream().map(LaneRun::reading).toList();
        }
        return readings;
    }

    @Override
    public synchronized void readWorkers(WorkerTable table) {
        long now = clock.nanos();
        table.clear();
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).readWorkers(table, now);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            starter.close();
        }
    }
}
