package coreloom.gil;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A part of the emulation that an experiment leaves out, to show that something measures it. No profile can ask for it: see bench/fidelity.py
 * and docs/fidelity.md.
 */
public enum Ablation {
    /** The switch interval: a waiter asks at once. */
    INTERVAL,
    /** The forced switch: a thread that was asked to let go may take the lock right back. */
    FORCED_SWITCH,
    /** The token: a signal is for the thread that has waited longest, and for no other. */
    TOKEN,
    /** The boundary of long operations: the eval breaker is polled within. */
    OPERATION_BOUNDARY,
    /** The release around blocking calls. */
    IO_RELEASE,
    /** The release within extensions. */
    EXTENSION_RELEASE;

    /** Its word on the command line of a worker. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Those of that text, joined by {@code +}.
     *
     * @throws IllegalArgumentException with a sentence for a word that is none of them
     */
    public static Set<Ablation> parse(String text) {
        Set<Ablation> found = EnumSet.noneOf(Ablation.class);
        for (String word : text.split("\\+", -1)) {
            found.add(Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst().orElseThrow(() ->
                    new IllegalArgumentException("'" + word + "' is no part that can be left out; there are " + String.join(", ", words()) + ".")));
        }
        return found;
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Ablation::word).toList();
    }
}
