package coreloom.snapshot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What keeps one watched process from some of the cores. A process that nothing limits has none.
 *
 * @param pid   process id
 * @param cores ids of the cores that its first thread may use (affinity and cpuset), ascending; empty where that is every online core
 * @param quota the tightest quota of the cgroups that it is in; empty where there is none
 */
public record LimitReading(int pid, List<Integer> cores, Optional<QuotaReading> quota) {
    public LimitReading {
        Objects.requireNonNull(quota);
        cores = List.copyOf(cores);
    }
}
