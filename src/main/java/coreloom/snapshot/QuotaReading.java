package coreloom.snapshot;

import java.util.Objects;

/**
 * The quota of one cgroup and what it has cost so far, as the kernel tells it (cgroups(7): {@code cpu.max} or {@code cpu.cfs_quota_us}, and
 * {@code cpu.stat}). Times in µs; counters are cumulative.
 *
 * @param group            the folder of the cgroup
 * @param quotaMicros      CPU time that it may use in a period
 * @param periodMicros     length of a period
 * @param periods          periods so far in which it had something to run
 * @param throttledPeriods of these, those in which the quota was used up
 * @param throttledMicros  how long threads were kept from their cores for that, summed over the cores
 */
public record QuotaReading(String group, long quotaMicros, long periodMicros, long periods, long throttledPeriods, long throttledMicros) {
    public QuotaReading {
        Objects.requireNonNull(group);
        if (quotaMicros <= 0 || periodMicros <= 0) {
            throw new IllegalArgumentException("a quota of " + quotaMicros + " µs in " + periodMicros + " µs");
        }
    }

    /** Cores that the quota allows on average. */
    public double cores() {
        return (double) quotaMicros / periodMicros;
    }
}
