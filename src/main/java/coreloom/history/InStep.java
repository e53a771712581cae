package coreloom.history;

import coreloom.snapshot.LogicalCore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Another recorded session on the time axis of this one.
 *
 * @param name       what it is called
 * @param history    its intervals, guarded by the lock of the history that they are shown beside
 * @param topology   the cores of the machine that it was recorded on, as far as told
 * @param shiftNanos what is added to a time of this session to have the time of the other that stands beside it
 */
public record InStep(String name, History history, List<LogicalCore> topology, long shiftNanos) {
    public InStep {
        Objects.requireNonNull(name);
        Objects.requireNonNull(history);
        topology = List.copyOf(topology);
    }

    /**
     * What the other did at the end of that interval, or did last as far as it has been read, since two sessions are not sampled at the same moments; empty
     * before its beginning.
     */
    public Optional<Interval> beside(Interval interval) {
        long goal = interval.endNanos() + shiftNanos;
        long number = endingFrom(goal);
        long found = during(number, goal) ? number : number - 1;
        return found < 0 ? Optional.empty() : Optional.of(history.get(found));
    }

    /**
     * Number of the first of the other's intervals that count as what it did during that one: those whose middles lie in it, so that each counts
     * once and no jitter moves one; where it was sampled so seldom that none does, the one that is on its way then.
     */
    public long first(Interval interval) {
        long first = middlesFrom(begin(interval));
        return first < middlesFrom(end(interval)) ? first : endingFrom(middle(interval));
    }

    /** Number of the last of them; lower than {@link #first} where nothing is known of the other then: it has not begun, or has ended. */
    public long last(Interval interval) {
        long behind = middlesFrom(end(interval));
        if (middlesFrom(begin(interval)) < behind) {
            return behind - 1;
        }
        long number = endingFrom(middle(interval));
        return during(number, middle(interval)) ? number : number - 1;
    }

    private long begin(Interval interval) {
        return end(interval) - interval.nanos();
    }

    private long middle(Interval interval) {
        return end(interval) - interval.nanos() / 2;
    }

    private long end(Interval interval) {
        return interval.endNanos() + shiftNanos;
    }

    /** Whether the other's interval of that number, which ends at that time or later, has begun before it. */
    private boolean during(long number, long nanos) {
        return number < history.count() && history.get(number).endNanos() - history.get(number).nanos() < nanos;
    }

    /** Number of the other's first interval that ends at that time or later. */
    private long endingFrom(long nanos) {
        return search(nanos, 0);
    }

    /** Number of the other's first interval whose middle is at that time or later. */
    private long middlesFrom(long nanos) {
        return search(nanos, 1);
    }

    /** By the end of an interval, or by its middle. */
    private long search(long nanos, int halves) {
        long low = 0;
        long high = history.count();
        while (low < high) {
            long number = (low + high) / 2;
            Interval interval = history.get(number);
            if (interval.endNanos() - interval.nanos() / 2 * halves < nanos) {
                low = number + 1;
            } else {
                high = number;
            }
        }
        return low;
    }
}
