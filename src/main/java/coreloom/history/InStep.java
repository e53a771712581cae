package coreloom.history;

import java.util.Objects;
import java.util.Optional;

/**
 * Another recorded session on the time axis of this one.
 *
 * @param name       what it is called
 * @param history    its intervals, guarded by the lock of the history that they are shown beside
 * @param shiftNanos what is added to a time of this session to have the time of the other that stands beside it
 */
public record InStep(String name, History history, long shiftNanos) {
    public InStep {
        Objects.requireNonNull(name);
        Objects.requireNonNull(history);
    }

    /**
     * What the other did at the end of that interval, or did last as far as it has been read, since two sessions are not sampled at the same moments; empty
     * before its beginning.
     */
    public Optional<Interval> beside(Interval interval) {
        long goal = interval.endNanos() + shiftNanos;
        long low = 0;
        long high = history.count();
        while (low < high) {
            long middle = (low + high) / 2;
            if (history.get(middle).endNanos() < goal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean within = low < history.count() && history.get(low).endNanos() - history.get(low).nanos() < goal;
        return within ? Optional.of(history.get(low)) : low > 0 ? Optional.of(history.get(low - 1)) : Optional.empty();
    }
}
