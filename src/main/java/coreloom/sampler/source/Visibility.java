package coreloom.sampler.source;

import coreloom.sampler.source.SourceReport.Standing;
import java.util.Optional;

/** Whether processes of other users can be seen at all. */
final class Visibility implements Probe {
    private static final String NAME = "processes of other users";

    @Override
    public SourceReport look(Place place) {
        Optional<String> mount = place.sight("proc/self/mounts").text()
                .flatMap(all -> all.lines().filter(line -> line.matches("\\S+ /proc proc .*")).findFirst());
        if (mount.isEmpty()) {
            return new SourceReport(NAME, Standing.ABSENT, "no /proc is mounted", "all that concerns threads", "sudo mount -t proc proc /proc");
        }
        boolean hidden = mount.get().matches(".*hidepid=([1-9]|noaccess|invisible|ptraceable).*");
        if (hidden && !Rights.of(place).root()) {
            return new SourceReport(NAME, Standing.DENIED, "/proc is mounted with hidepid", "attach to programs of other users",
                    "sudo mount -o remount,hidepid=0 /proc, or sudo coreloom …");
        }
        return SourceReport.offered(NAME, "/proc shows them");
    }
}
