package coreloom.sampler.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What keeps a process from some of the cores.
 *
 * @param online  the cores that are online, as the kernel lists them
 * @param allowed the cores that its first thread may use (affinity and cpuset), in the same form
 * @param quota   the tightest quota of its cgroups
 */
public record Limits(Optional<String> online, Optional<String> allowed, Optional<Quota> quota) {
    /** Reads them; what cannot be read is empty. {@code root} is {@code /}, or a tree like it. */
    public static Limits of(Path root, int pid) {
        Place place = new Place(root, OptionalInt.of(pid));
        return new Limits(place.sight("sys/devices/system/cpu/online").text(), place.sight(place.ofProcess("status")).value("Cpus_allowed_list"),
                Quota.of(place));
    }
}
