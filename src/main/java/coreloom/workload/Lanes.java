package coreloom.workload;

import coreloom.snapshot.LanePort;

/** Lanes that live: the session loop steps them, the sampler asks them. One thread does both. */
public interface Lanes extends LanePort, AutoCloseable {
    /** Looks at all processes and does what is due. Never waits. */
    Step step();

    /** True when no lane runs and none is to come. */
    boolean finished();

    /** Ends what was started, at once. May be called from any thread and more than once; afterwards a step does nothing. */
    @Override
    void close();
}
