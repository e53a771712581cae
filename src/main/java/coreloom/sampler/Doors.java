package coreloom.sampler;

import coreloom.snapshot.Host;
import java.util.Objects;

/**
 * All that a platform gives to sample from.
 *
 * @param host    what is known of the machine at once, without topology
 * @param cores   the reader of cores
 * @param threads the reader of threads
 * @param ownCpu  the monitor's own CPU time
 * @param threadCpu that of the sampling thread alone
 * @param faults  where all of them count what they lost
 */
record Doors(Host host, CoreReader cores, ThreadReader threads, OwnCpu ownCpu, OwnCpu threadCpu, Faults faults) {
    Doors {
        Objects.requireNonNull(host);
        Objects.requireNonNull(cores);
        Objects.requireNonNull(threads);
        Objects.requireNonNull(ownCpu);
        Objects.requireNonNull(threadCpu);
        Objects.requireNonNull(faults);
    }
}
