package coreloom.history.repeats;

import coreloom.history.LaneSummary;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The same lane run again and again: one variant with one number of workers.
 *
 * @param variant its name
 * @param workers wanted number of workers
 * @param runs    what was measured, in the order of rounds; empty where nothing could be
 */
public record Repeats(String variant, int workers, List<Run> runs) {
    public Repeats {
        Objects.requireNonNull(variant);
        runs = List.copyOf(runs);
    }

    /** So many work units per second in words, with as many decimals as a number of that size is worth. */
    public static String unitsPerSecond(double rate) {
        return String.format(Locale.ROOT, rate >= 100 ? "%.0f units/s" : rate >= 1 ? "%.1f units/s" : "%.4f units/s", rate);
    }

    /** Work units per second; empty where there is no run. */
    public Optional<Spread> throughput() {
        return spread(LaneSummary::throughput);
    }

    public Optional<Spread> effectiveCores() {
        return spread(LaneSummary::effectiveCores);
    }

    /** Against one worker of the same processes, measured just before. */
    public Optional<Spread> speedUp() {
        return spread(LaneSummary::speedUp);
    }

    /** Share of the workers' time that went into waiting for a lock, 0 to 1. */
    public Optional<Spread> lockWaitShare() {
        return spread(LaneSummary::lockWaitShare);
    }

    /** Share of the workers' time in which they were ready and waited for a core, 0 to 1. */
    public Optional<Spread> runDelayShare() {
        return spread(LaneSummary::runDelayShare);
    }

    /** Share of the workers' time in which they waited for their next call from a pool, 0 to 1. */
    public Optional<Spread> callWaitShare() {
        return spread(lane -> lane.waitShares().of(WaitKind.POOL));
    }

    /** Share of the time in which coroutines were ready and waited for their event loop, 0 to 1. */
    Optional<Spread> eventLoopShare() {
        return spread(lane -> lane.waitShares().of(WaitKind.EVENT_LOOP));
    }

    /** Share of the workers' time in which they waited for the cyclic collector, 0 to 1. */
    public Optional<Spread> collectorShare() {
        return spread(lane -> lane.waitShares().of(WaitKind.COLLECTOR));
    }

    /** Whether most of the lock wait was for the interpreter lock. */
    boolean waitsForInterpreterLock() {
        double interpreter = spread(lane -> lane.waitShares().of(WaitKind.INTERPRETER_LOCK)).map(Spread::mean).orElse(0.0);
        return interpreter > lockWaitShare().map(Spread::mean).orElse(0.0) / 2;
    }

    /** The run whose throughput does not belong to the others', by {@link OutlierRule}. */
    public Optional<Run> outlier() {
        var index = OutlierRule.find(runs.stream().map(Run::throughput).toList());
        return index.isPresent() ? Optional.of(runs.get(index.getAsInt())) : Optional.empty();
    }

    /** Of the runs in which it could be measured. */
    private Optional<Spread> spread(Function<LaneSummary, OptionalDouble> quantity) {
        List<Double> values = runs.stream().map(Run::lane).map(quantity).filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Spread(values));
    }
}
