package coreloom.sampler.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much CPU time the cgroup of a process may use: the tightest of those from its own up to the root. Version 2 tells it in
 * {@code cpu.max}, version 1 in {@code cpu.cfs_quota_us} and {@code cpu.cfs_period_us}.
 *
 * @param cores quota divided by period
 */
record Quota(double cores) {
    private static final Pattern MAX = Pattern.compile("(\\d{1,15}) (\\d{1,15})");
    private static final String TREE = "sys/fs/cgroup/";

    /** Empty when nothing limits it, or nothing tells so. */
    static Optional<Quota> of(Place place) {
        String groups = place.sight(place.ofProcess("cgroup")).text().orElse("");
        double tightest = Double.POSITIVE_INFINITY;
        for (String line : groups.lines().toList()) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && (parts[1].isEmpty() || ("," + parts[1] + ",").contains(",cpu,"))) {
                tightest = Math.min(tightest, tightest(place, parts[1].isEmpty() ? "" : "cpu", parts[2]));
            }
        }
        return tightest < Double.POSITIVE_INFINITY ? Optional.of(new Quota(tightest)) : Optional.empty();
    }

    private static double tightest(Place place, String controller, String group) {
        double tightest = Double.POSITIVE_INFINITY;
        String at = group;
        while (true) {
            String folder = TREE + controller + at + "/";
            tightest = Math.min(tightest, controller.isEmpty() ? second(place, folder) : first(place, folder));
            if (at.length() <= 1) {
                return tightest;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    private static double second(Place place, String folder) {
        return place.sight(folder + "cpu.max").text().map(MAX::matcher).filter(Matcher::matches)
                .map(found -> ratio(found.group(1), found.group(2))).orElse(Double.POSITIVE_INFINITY);
    }

    private static double first(Place place, String folder) {
        Optional<String> quota = place.sight(folder + "cpu.cfs_quota_us").text().filter(text -> text.matches("\\d{1,15}"));
        Optional<String> period = place.sight(folder + "cpu.cfs_period_us").text().filter(text -> text.matches("\\d{1,15}"));
        return quota.isPresent() && period.isPresent() ? ratio(quota.get(), period.get()) : Double.POSITIVE_INFINITY;
    }

    private static double ratio(String quota, String period) {
        long whole = Long.parseLong(period);
        return whole == 0 ? Double.POSITIVE_INFINITY : (double) Long.parseLong(quota) / whole;
    }

    String words() {
        return String.format(Locale.ROOT, "%.2f", cores);
    }
}
