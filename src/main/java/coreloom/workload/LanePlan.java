package coreloom.workload;

import coreloom.workload.command.Command;
import coreloom.workload.variant.Crew;
import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lane as its profile describes it, every default filled in.
 *
 * @param name          unique within the profile
 * @param variant       how it executes
 * @param kernel        what its workers repeat
 * @param durationNanos how long it is measured; 0 means until stopped
 * @param settings      the value of every {@link Setting}; that of the duration only as the profile gave it
 * @param words         the value of each {@link WordSetting} that the profile gives
 */
public record LanePlan(String name, Variant variant, Kernel kernel, long durationNanos, Map<Setting, Long> settings,
                       Map<WordSetting, String> words) {
    /** A lane of more processes would bring a machine down before it told anything. */
    static final int MOST_PROCESSES = 512;
    private static final Crew ASKER = new Crew(Crew.Role.ASKER, Discipline.FREE, 1);

    public LanePlan {
        Objects.requireNonNull(name);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(kernel);
        settings = Map.copyOf(settings);
        words = Map.copyOf(words);
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
        return new LanePlan(variant.name(), variant, kernel, durationNanos, settings, Map.of());
    }

    /** The same with another duration and other numbers. */
    LanePlan with(long newDurationNanos, Map<Setting, Long> newSettings) {
        return new LanePlan(name, variant, kernel, newDurationNanos, newSettings, words);
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
        LanePlan preset = preset(Command.literally(words), Kernel.NONE, 0, Map.of(Setting.WORKERS, 1L, Setting.BASELINE_MILLIS, 0L));
        String name = Path.of(words.get(0)).getFileName().toString();
        return new LanePlan(name, preset.variant(), preset.kernel(), 0, preset.settings(), preset.words());
    }

    /** Number of workers of the lane. */
    public int workers() {
        return (int) value(Setting.WORKERS);
    }

    /** The value of that setting, in the unit of its key. */
    public long value(Setting setting) {
        return settings.get(setting);
    }

    /** The value of that word; empty where the profile gives none. */
    public Optional<String> word(WordSetting setting) {
        return Optional.ofNullable(words.get(setting));
    }

    /** The cores that its processes are confined to; empty where they are not. */
    Optional<CoreSet> cores() {
        return word(WordSetting.CORES).flatMap(CoreSet::parse);
    }

    /** Its processes: those of its variant, and one that asks where the kernel answers. */
    List<Crew> crews() {
        List<Crew> crews = variant.crews(workers());
        return !kernel.answers() ? crews : Stream.concat(crews.stream(), Stream.of(ASKER)).toList();
    }

    /** Whether it is over as soon as one of its processes ends by itself, because the others wait for it. */
    boolean breaksWithOne() {
        return variant.breaksWithOne() || kernel.answers();
    }

    /** Why it cannot run on this machine, as a clause; empty where it can. May try a program out, which takes some ms. */
    public Optional<String> obstacle() {
        List<Crew> crews = crews();
        int processes = crews.size();
        if (processes > MOST_PROCESSES) {
            return Optional.of("it would be " + processes + " processes, and a lane has at most " + MOST_PROCESSES);
        }
        return variant.obstacle().or(() -> PoolFiles.obstacle(crews)).or(() -> cores().flatMap(wanted -> Pinning.here().obstacle(wanted)));
    }
}
