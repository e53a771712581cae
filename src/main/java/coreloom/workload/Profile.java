package coreloom.workload;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A saved description of load.
 *
 * @param name   name of its file without {@code .toml}
 * @param title  one line: what it shows
 * @param hotkey 1 to 9, the key that starts it
 * @param lanes  at least one, in the order in which they run
 */
public record Profile(String name, String title, OptionalInt hotkey, List<LanePlan> lanes) {
    public Profile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(hotkey);
        lanes = List.copyOf(lanes);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("profile " + name + " has no lane");
        }
    }

    /** The same profile without a key that starts it. */
    Profile withoutHotkey() {
        return new Profile(name, title, OptionalInt.empty(), lanes);
    }
}
