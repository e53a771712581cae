package coreloom.app;

import coreloom.history.repeats.Ranking;
import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Spread;
import coreloom.history.scaling.ScalingCurve;
import coreloom.snapshot.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A comparison or a sweep that is over.
 *
 * @param results what its turns have given
 * @param host    the machine
 * @param early   whether a signal ended it before its time
 */
record Measured(Measurements results, Host host, boolean early) {
    MeasuringPlan plan() {
        return results.plan();
    }

    /** Number of turns that count. */
    int runs() {
        return results.measured();
    }

    /** What went wrong, a sentence each. */
    List<String> troubles() {
        return results.troubles(early);
    }

    /** The variants side by side, with the first number of workers. */
    Ranking ranking() {
        return new Ranking(plan().variants().stream().map(variant -> results.repeats(variant, plan().workers().get(0))).toList());
    }

    /** A curve for each variant. */
    List<ScalingCurve> curves() {
        return plan().variants().stream().map(variant -> ScalingCurve.of(variant.name(),
                plan().workers().stream().map(count -> results.repeats(variant, count)).toList())).toList();
    }

    /** Why nothing of that variant could be measured here; empty where it could. */
    Optional<String> obstacle(Repeats repeats) {
        return plan().variants().stream().filter(variant -> variant.name().equals(repeats.variant())).findFirst()
                .flatMap(variant -> plan().obstacle(variant, repeats.workers()));
    }

    /** What a reader must know beside the numbers, a sentence each: an early end, too few cores, what cannot run here, what went wrong. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (early) {
            notes.add("Ended early, after " + runs() + " of " + MeasuringPlan.counted(results.turns().size(), "turn") + ".");
        }
        if (plan().mostWorkers() > host.usableCores()) {
            notes.add(fewCores());
        }
        notes.addAll(plan().obstacles());
        notes.addAll(troubles());
        return notes;
    }

    private String fewCores() {
        String sharing = plan().workers().size() > 1 ? "the fits count the lack of cores as contention and crosstalk" : "that is their run delay";
        return "More workers than cores: " + MeasuringPlan.counted(plan().mostWorkers(), "worker") + " on "
                + MeasuringPlan.counted(host.usableCores(), "core") + ". Where they compute they share cores, and " + sharing + ".";
    }

    /** The mean of a quantity, where it was measured. */
    static OptionalDouble mean(Optional<Spread> spread) {
        return spread.isPresent() ? OptionalDouble.of(spread.get().mean()) : OptionalDouble.empty();
    }
}
