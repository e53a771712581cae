package coreloom.app;

import coreloom.workload.Kernel;
import coreloom.workload.KernelParameters;
import coreloom.workload.LanePlan;
import coreloom.workload.Setting;
import coreloom.workload.variant.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison or a sweep measures: every variant with every number of workers, all of them once, then all again.
 *
 * @param command  the word that asked for it
 * @param work     what all workers do
 * @param variants in the order in which they run
 * @param workers  numbers of workers, ascending
 * @param repeats  number of rounds
 * @param length   how long each lane takes
 */
record MeasuringPlan(String command, Work work, List<Variant> variants, List<Integer> workers, int repeats, Length length) {
    MeasuringPlan {
        variants = List.copyOf(variants);
        workers = List.copyOf(workers);
    }

    /** One of a kernel with all settings as preset. */
    MeasuringPlan(String command, Kernel kernel, List<Variant> variants, List<Integer> workers, int repeats, Length length) {
        this(command, new Work(kernel, KernelParameters.NONE), variants, workers, repeats, length);
    }

    /**
     * What workers do.
     *
     * @param kernel     what they repeat
     * @param parameters settings that are not as preset
     */
    record Work(Kernel kernel, KernelParameters parameters) {
        /** As a person would ask for it. */
        String words() {
            return kernel.word() + (parameters.values().isEmpty() ? "" : " with " + parameters.words());
        }
    }

    /**
     * How long a lane takes.
     *
     * @param measuredNanos  how long it is measured, ns
     * @param warmUpMillis   how long it runs before
     * @param baselineMillis how long one worker runs alone, for the speed-up; 0 leaves that out
     */
    record Length(long measuredNanos, long warmUpMillis, long baselineMillis) {}

    /** What runs, in order, without what cannot run here. Rounds are interleaved, so that what changes on the machine meanwhile meets all variants alike. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= repeats; round++) {
            for (int count : workers) {
                for (Variant variant : variants) {
                    if (obstacle(variant, count).isEmpty()) {
                        turns.add(new Turn(round, lane(variant, count)));
                    }
                }
            }
        }
        return turns;
    }

    /** Why that variant with that many workers cannot run here, as a clause; empty where it can. */
    Optional<String> obstacle(Variant variant, int count) {
        return lane(variant, count).obstacle();
    }

    /** What cannot run here and why, a sentence each. */
    List<String> obstacles() {
        List<String> sentences = new ArrayList<>();
        for (Variant variant : variants) {
            for (int count : workers) {
                obstacle(variant, count).map(why -> subject(variant, count) + " cannot run here: " + why + ".")
                        .filter(sentence -> !sentences.contains(sentence)).ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    /** A variant that cannot run with any number of workers is named without one. */
    private static String subject(Variant variant, int count) {
        return variant.name() + (variant.obstacle().isPresent() ? "" : " with " + counted(count, "worker"));
    }

    private LanePlan lane(Variant variant, int count) {
        Map<Setting, Long> wanted = new HashMap<>(work.parameters().values());
        wanted.putAll(Map.of(Setting.WORKERS, (long) count, Setting.WARM_UP_MILLIS, length.warmUpMillis(),
                Setting.BASELINE_MILLIS, length.baselineMillis()));
        return LanePlan.preset(variant, work.kernel(), length.measuredNanos(), wanted);
    }

    /** Command and kernel. */
    String title() {
        return command + " " + work.kernel().word();
    }

    int mostWorkers() {
        return workers.get(workers.size() - 1);
    }

    /** How it was measured, as a line. */
    String heading() {
        String counts = workers.size() == 1 ? counted(workers.get(0), "worker")
                : String.join(", ", workers.stream().map(String::valueOf).toList()) + " workers";
        return command + " " + work.words() + ", " + counts + ", " + counted(repeats, "round") + " of " + Durations.words(length.measuredNanos());
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
