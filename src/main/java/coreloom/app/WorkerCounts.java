package coreloom.app;

import coreloom.workload.Setting;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers of workers as people write them: {@code 4}, {@code 1,2,4}, {@code 1..8}, {@code 1..4,8,16}. */
final class WorkerCounts {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
    private static final int MOST = 64;

    private WorkerCounts() {}

    /** The numbers, ascending, each once. */
    static List<Integer> parse(String text) throws BadInput {
        TreeSet<Integer> counts = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new BadInput("--workers takes numbers such as 1,2,4 or a range such as 1..8, but "
                        + Quoted.of(text) + " is neither.");
            }
            int from = allowed(matcher.group(1), text);
            int to = matcher.group(2) == null ? from : allowed(matcher.group(2), text);
            if (from > to) {
                throw new BadInput("--workers " + Quoted.of(part) + " counts down: write " + to + ".." + from + ".");
            }
            IntStream.rangeClosed(from, to).forEach(counts::add);
        }
        if (counts.size() > MOST) {
            throw new BadInput("--workers takes at most " + MOST + " different numbers, but " + Quoted.of(text) + " has " + counts.size()
                    + ": write for instance 1,2,4,8,16.");
        }
        return List.copyOf(counts);
    }

    /** One number of workers. */
    static int allowed(String number, String text) throws BadInput {
        int count = Integer.parseInt(number);
        if (!Setting.WORKERS.allows(count)) {
            throw new BadInput("The number of workers " + Setting.WORKERS.rule() + ", but " + Quoted.of(text) + " asks for " + count + ".");
        }
        return count;
    }
}
