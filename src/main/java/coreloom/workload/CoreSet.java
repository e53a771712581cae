package coreloom.workload;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some cores, as the kernel numbers them, in the list syntax of its cpusets: {@code 0,2-3}.
 *
 * @param ids at least one, ascending, each once
 */
record CoreSet(List<Integer> ids) {
    private static final Pattern PART = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    /** More than any kernel is built for. */
    private static final int MOST = 1 << 16;

    CoreSet {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("a set of cores has one at least");
        }
    }

    /** The cores of that list; empty when it is none. Blanks around its parts do not count, nor does their order. */
    static Optional<CoreSet> parse(String list) {
        TreeSet<Integer> ids = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first > last || last >= MOST) {
                return Optional.empty();
            }
            for (int id = first; id <= last; id++) {
                ids.add(id);
            }
        }
        return Optional.of(new CoreSet(List.copyOf(ids)));
    }

    /** Those of these that are not among the others; empty when all are. */
    Optional<CoreSet> without(CoreSet others) {
        List<Integer> left = ids.stream().filter(id -> !others.ids.contains(id)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new CoreSet(left));
    }

    /** In list syntax. */
    String list() {
        StringBuilder list = new StringBuilder();
        for (int from = 0, to; from < ids.size(); from = to + 1) {
            to = from;
            while (to + 1 < ids.size() && ids.get(to + 1) == ids.get(to) + 1) {
                to++;
            }
            list.append(list.isEmpty() ? "" : ",").append(ids.get(from)).append(to > from ? "-" + ids.get(to) : "");
        }
        return list.toString();
    }

    /** For a sentence: {@code core 1}, {@code cores 0,2-3}. */
    String words() {
        return (ids.size() == 1 ? "core " : "cores ") + list();
    }
}
