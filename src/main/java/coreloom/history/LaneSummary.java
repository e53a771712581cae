package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WaitKind;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a lane has done in its measured phase so far. Shares are of workers × wall time, 0 to 1; whatever could not be measured is empty.
 *
 * @param lane              the lane as it stands
 * @param wallNanos         measured time, ns
 * @param effectiveCores    on-CPU time of all its threads ÷ wall time
 * @param throughput        work units per second
 * @param speedUp           throughput ÷ throughput of one worker, measured in the same processes just before
 * @param onCpuShare        share of their time that workers were on a core
 * @param runDelayShare     share in which they were ready and waited for a core
 * @param waitShares        share by wait kind: as the workers report it (wall time from asking until having), else as looks showed
 * @param waitP50Nanos      median lock wait, or median reply where somebody asks, ns
 * @param waitP99Nanos      99th percentile of the same, ns
 * @param handoffsPerSecond locks taken over from another thread, per second
 * @param threads           number of threads the shares speak of
 * @param machine           what the cores did meanwhile that the lane may use
 * @param locks             what is seen from outside of its locks
 * @param collections       what the collectors of its workers did; nothing where nobody reports it
 * @param budget            where the time of the cores on offer to it went, since it was measured
 * @param briefCores        the part of the effective cores that is of brief threads, of which the shares do not speak
 */
public record LaneSummary(LaneReading lane, long wallNanos, OptionalDouble effectiveCores, OptionalDouble throughput, OptionalDouble speedUp,
                          OptionalDouble onCpuShare, OptionalDouble runDelayShare, WaitShares waitShares, OptionalLong waitP50Nanos,
                          OptionalLong waitP99Nanos, OptionalDouble handoffsPerSecond, int threads,
                          Optional<MachineTime> machine, SeenLocks locks, Collections collections,
                          IdleBudget budget, OptionalDouble briefCores) {
    public LaneSummary {
        Objects.requireNonNull(lane);
        Objects.requireNonNull(waitShares);
        Objects.requireNonNull(machine);
        Objects.requireNonNull(locks);
        Objects.requireNonNull(collections);
        Objects.requireNonNull(budget);
    }

    /**
     * The runs of cyclic collectors in the measured phase.
     *
     * @param count      how many
     * @param pauseNanos how long they paused their interpreters, all together, ns
     */
    public record Collections(long count, long pauseNanos) {
        public static final Collections NONE = new Collections(0, 0);
    }

    /** Shares by wait kind; unknown as a whole where nobody reports them and nobody looked. */
    public static final class WaitShares {
        /** Nobody reports why these threads wait. */
        public static final WaitShares UNKNOWN = new WaitShares(null, false);

        private final double[] byKind;
        private final boolean sampled;

        private WaitShares(double[] byKind, boolean sampled) {
            this.byKind = byKind;
            this.sampled = sampled;
        }

        static WaitShares of(double[] byKind) {
            return new WaitShares(byKind.clone(), false);
        }

        static WaitShares sampled(double[] byKind) {
            return new WaitShares(byKind.clone(), true);
        }

        public boolean known() {
            return byKind != null;
        }

        /** Whether they come from looking at the threads now and then, and not from the workers' own reports. */
        public boolean sampled() {
            return sampled;
        }

        /** Share of that kind, 0 to 1; empty when unknown. */
        public OptionalDouble of(WaitKind kind) {
            return known() ? OptionalDouble.of(byKind[kind.ordinal()]) : OptionalDouble.empty();
        }
    }

    /** Share of the workers' time that went into waiting for a lock, the interpreter's or another; empty when unknown. */
    public OptionalDouble lockWaitShare() {
        return waitShares.known()
                ? OptionalDouble.of(waitShares.of(WaitKind.INTERPRETER_LOCK).getAsDouble() + waitShares.of(WaitKind.LOCK).getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether enough was measured to speak of it. */
    public boolean measured() {
        return wallNanos > 0 && (lane.phase() == Phase.MEASURED || lane.phase().over());
    }
}
