package coreloom.sampler.source;

import coreloom.sampler.source.SourceReport.Standing;
import java.util.Optional;

/** The cores that a lane may use: those online, less what an affinity or a quota takes away. */
final class UsableCores implements Probe {
    private static final String NAME = "cores";

    @Override
    public SourceReport look(Place place) {
        Optional<String> online = place.sight("sys/devices/system/cpu/online").text();
        Optional<String> allowed = place.sight(place.ofProcess("status")).value("Cpus_allowed_list");
        if (online.isEmpty() || place.sight("proc/stat").text().isEmpty()) {
            return new SourceReport(NAME, Standing.ABSENT, "/proc/stat or /sys/devices/system/cpu/online cannot be read",
                    "the heatmap of cores", "mount /proc and /sys in the container");
        }
        String affinity = allowed.isPresent() && !allowed.equals(online) ? "; affinity allows " + allowed.get() : "";
        return SourceReport.offered(NAME, "online " + online.get() + affinity + quota(place));
    }

    private static String quota(Place place) {
        Optional<Quota> quota = Quota.of(place);
        return quota.map(found -> "; a cgroup's quota allows " + found.words()).orElse("");
    }
}
