package coreloom.snapshot;

import java.util.List;

/** What the sampler asks of whoever runs lanes: which processes to watch, and what their workers counted. */
public interface LanePort {
    /** Name of the profile that runs, empty when none does. */
    String profile();

    /** All lanes of the current run, in the order of the profile; the same list object as long as nothing changed. */
    List<LaneReading> lanes();

    /** Fills the table with what the workers of running lanes have counted so far. Allocates nothing once the table is large enough. */
    void readWorkers(WorkerTable table);
}
