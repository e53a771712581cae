package coreloom.sampler.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much CPU time the cgroup of a process may use: the tightest of those from its own up to the root. Version 2 tells it in
 * {@code cpu.max}, version 1 in {@code cpu.cfs_quota_us} and {@code cpu.cfs_period_us}.
 *
 * @param folder       of that cgroup, below the root of the file system, with a slash at its end
 * @param quotaMicros  CPU time in a period, µs
 * @param periodMicros length of a period, µs
 */
public record Quota(String folder, long quotaMicros, long periodMicros) {
    private static final Pattern MAX = Pattern.compile("(\\d{1,15}) (\\d{1,15})");
    private static final String NUMBER = "\\d{1,15}";
    private static final String TREE = "sys/fs/cgroup";

    /** Empty when nothing limits it, or nothing tells so. */
    static Optional<Quota> of(Place place) {
        String groups = place.sight(place.ofProcess("cgroup")).text().orElse("");
        Optional<Quota> tightest = Optional.empty();
        for (String line : groups.lines().toList()) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && (parts[1].isEmpty() || ("," + parts[1] + ",").contains(",cpu,"))) {
                tightest = tighter(tightest, tightest(place, parts[1].isEmpty() ? "" : "/cpu", parts[2]));
            }
        }
        return tightest;
    }

    private static Optional<Quota> tightest(Place place, String controller, String group) {
        Optional<Quota> tightest = Optional.empty();
        String at = group.equals("/") ? "" : group;
        while (true) {
            String folder = TREE + controller + at + "/";
            tightest = tighter(tightest, controller.isEmpty() ? second(place, folder) : first(place, folder));
            if (at.isEmpty()) {
                return tightest;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    private static Optional<Quota> tighter(Optional<Quota> one, Optional<Quota> other) {
        return one.isEmpty() || other.isPresent() && other.get().cores() < one.get().cores() ? other : one;
    }

    private static Optional<Quota> second(Place place, String folder) {
        return place.sight(folder + "cpu.max").text().map(MAX::matcher).filter(found -> found.matches())
                .flatMap(found -> quota(folder, found.group(1), found.group(2)));
    }

    private static Optional<Quota> first(Place place, String folder) {
        Optional<String> quota = place.sight(folder + "cpu.cfs_quota_us").text().filter(text -> text.matches(NUMBER));
        Optional<String> period = place.sight(folder + "cpu.cfs_period_us").text().filter(text -> text.matches(NUMBER));
        return quota.isPresent() && period.isPresent() ? quota(folder, quota.get(), period.get()) : Optional.empty();
    }

    private static Optional<Quota> quota(String folder, String quota, String period) {
        Quota found = new Quota(folder, Long.parseLong(quota), Long.parseLong(period));
        return found.quotaMicros > 0 && found.periodMicros > 0 ? Optional.of(found) : Optional.empty();
    }

    /** Quota divided by period. */
    double cores() {
        return (double) quotaMicros / periodMicros;
    }

    String words() {
        return String.format(Locale.ROOT, "%.2f", cores());
    }
}
