package coreloom.workload;

import coreloom.workload.command.Command;
import coreloom.workload.variant.Variant;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane as its profile describes it, every default filled in.
 *
 * @param name          unique within the profile
 * @param variant       how it executes
 * @param kernel        what its workers repeat
 * @param durationNanos how long it is measured; 0 means until stopped
 * @param settings      the value of every {@link Setting}; that of the duration only as the profile gave it
 */
public record LanePlan(String name, Variant variant, Kernel kernel, long durationNanos, Map<Setting, Long> settings) {
    public LanePlan {
        Objects.requireNonNull(name);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(kernel);
        settings = Map.copyOf(settings);
    }

    /**
     * A lane that no profile describes.
     *
     * @param wanted values of settings, within their ranges, {@link Setting#WORKERS} among them; the others are as preset
     */
    public static LanePlan preset(Variant variant, Kernel kernel, long durationNanos, Map<Setting, Long> wanted) {
        Map<Setting, Long> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            long value = wanted.containsKey(setting) ? wanted.get(setting) : setting.preset().orElseThrow();
            if (!setting.allows(value)) {
                throw new IllegalArgumentException(setting.key() + " " + setting.rule() + ", but is " + value);
            }
            settings.put(setting, value);
        }
        return new LanePlan(variant.name(), variant, kernel, durationNanos, settings);
    }

    /**
     * The lane of a program of the user's, until it ends.
     *
     * @param words the program and its arguments
     * @throws Refusal where there is no such program
     */
    public static LanePlan program(List<String> words) throws Refusal {
        Optional<String> missing = Programs.missing(words.get(0));
        if (missing.isPresent()) {
            throw new Refusal("The command names " + Section.quoted(words.get(0)) + ", " + missing.get() + ".");
        }
        LanePlan preset = preset(new Command(words, false, ""), Kernel.CPU, 0, Map.of(Setting.WORKERS, 1L, Setting.BASELINE_MILLIS, 0L));
        String name = Path.of(words.get(0)).getFileName().toString();
        return new LanePlan(name, preset.variant(), preset.kernel(), 0, preset.settings());
    }

    /** Number of workers of the lane. */
    public int workers() {
        return (int) value(Setting.WORKERS);
    }

    /** The value of that setting, in the unit of its key. */
    public long value(Setting setting) {
        return settings.get(setting);
    }
}
