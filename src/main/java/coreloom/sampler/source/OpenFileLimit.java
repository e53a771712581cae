package coreloom.sampler.source;

import coreloom.sampler.source.SourceReport.Standing;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files may be open: up to three of each watched thread are kept so, because opening is what reading costs. */
final class OpenFileLimit implements Probe {
    private static final String NAME = "open files";
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files\\s+(\\S+)\\s");
    private static final int ENOUGH = 8192;
    /** {@code schedstat}, {@code stat} and, where a program does not tell what its threads wait for, {@code syscall}. */
    private static final int KEPT_OF_A_THREAD = 3;

    @Override
    public SourceReport look(Place place) {
        Optional<String> limit = place.sight("proc/self/limits").text().map(LIMIT::matcher).filter(Matcher::find).map(found -> found.group(1));
        if (limit.isEmpty() || !limit.get().matches("\\d{1,9}") || Integer.parseInt(limit.get()) >= ENOUGH) {
            return SourceReport.offered(NAME, "the limit is " + limit.orElse("not told"));
        }
        int files = Integer.parseInt(limit.get());
        return new SourceReport(NAME, Standing.PARTLY, "the limit is " + files, "sampling more than about "
                + files * 3 / 4 / KEPT_OF_A_THREAD + " threads at little cost", "ulimit -n 65536, before starting");
    }
}
