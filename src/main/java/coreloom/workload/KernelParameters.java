package coreloom.workload;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings of kernels and variants that a person gives on the command line instead of in a profile.
 *
 * @param values of those given, within their ranges
 */
public record KernelParameters(Map<Setting, Long> values) {
    /** Everything as preset. */
    public static final KernelParameters NONE = new KernelParameters(Map.of());

    private static final List<String> KEYS = Arrays.stream(Setting.values()).filter(KernelParameters::mayBeGiven).map(Setting::key).toList();

    public KernelParameters {
        values = Map.copyOf(values);
    }

    private static boolean mayBeGiven(Setting setting) {
        return setting.toldToWorkers() && setting != Setting.WARM_UP_MILLIS;
    }

    /**
     * Those of words such as {@code unit_steps=100}.
     *
     * @throws Refusal for a key that is none or given twice, or a value out of its range
     */
    public static KernelParameters parse(List<String> words) throws Refusal {
        Map<Setting, Long> found = new EnumMap<>(Setting.class);
        for (String word : words) {
            int middle = word.indexOf('=');
            if (middle < 0) {
                throw new Refusal("--set takes settings such as unit_steps=100, but " + Section.quoted(word) + " has no '='.");
            }
            Setting setting = setting(word.substring(0, middle).strip());
            if (found.put(setting, value(setting, word.substring(middle + 1).strip())) != null) {
                throw new Refusal("--set gives " + setting.key() + " twice.");
            }
        }
        return new KernelParameters(found);
    }

    private static Setting setting(String key) throws Refusal {
        if (!KEYS.contains(key)) {
            String meant = Nearest.of(key, KEYS).map(near -> "did you mean " + near + "?").orElse("known are " + String.join(", ", KEYS) + ".");
            throw new Refusal("--set has no key " + Section.quoted(key) + "; " + meant);
        }
        return Arrays.stream(Setting.values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    private static long value(Setting setting, String text) throws Refusal {
        try {
            long value = Long.parseLong(text.replace("_", ""));
            if (setting.allows(value)) {
                return value;
            }
        } catch (NumberFormatException none) {
            // said below, as for a number out of range
        }
        throw new Refusal("--set: " + setting.key() + " " + setting.rule() + ", but is " + Section.quoted(text) + ".");
    }

    /** As they would be given, in the order of the settings; empty where all is as preset. */
    public String words() {
        return values.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> each.getKey().key() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
