package coreloom.app;

import coreloom.view.Keymap;
import coreloom.view.Palette;
import coreloom.view.Wishes;
import coreloom.view.Wishes.Units;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person has set once and for all.
 *
 * @param file   the configuration, whether it is there or not; empty where there is no home to look in
 * @param chosen values that were given, in the file or in the environment
 * @param keys   which key does what
 */
record Preferences(Optional<Path> file, Map<Preference, Chosen> chosen, Keymap keys) {
    /** Nothing set. */
    static final Preferences NONE = new Preferences(Optional.empty(), Map.of(), Keymap.PRESET);

    /**
     * A value that was given.
     *
     * @param value       as given
     * @param environment whether the environment gave it, not the file
     */
    record Chosen(String value, boolean environment) {}

    Preferences {
        Objects.requireNonNull(file);
        chosen = Map.copyOf(chosen);
        Objects.requireNonNull(keys);
    }

    String value(Preference preference) {
        return chosen.containsKey(preference) ? chosen.get(preference).value() : preference.preset();
    }

    /** Whether the environment gave it. */
    boolean fromEnvironment(Preference preference) {
        return chosen.containsKey(preference) && chosen.get(preference).environment();
    }

    /** Wanted time between samples, ns. */
    long periodNanos() {
        return LengthOfTime.parse(value(Preference.PERIOD)).nanos();
    }

    /** The profile to start with. */
    Optional<String> profile() {
        return Optional.of(value(Preference.PROFILE)).filter(name -> !name.isEmpty());
    }

    /** What the dashboard is told of it. */
    Wishes wishes() {
        return new Wishes(keys, Units.valueOf(value(Preference.UNITS).toUpperCase(Locale.ROOT)),
                Palette.valueOf(value(Preference.PALETTE).toUpperCase(Locale.ROOT)));
    }
}
