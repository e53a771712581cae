package coreloom.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Children found by asking every process for its parent. A process is asked once, when its id is first seen: nobody gets other ancestors
 * later, but by losing those that it had. While the kernel has given out no id since, as {@code loadavg} tells, nobody is asked at all.
 */
final class ScannedChildren implements Kinship {
    private static final long ENTRY_NANOS = 1_500;
    private static final long FILE_NANOS = 15_000;

    /** An id is given out a moment before its process can be seen, so that one look may come too early. */
    private static final int LOOKS = 2;

    private final Path proc;
    private String newestId = "";
    private int looks;
    private Set<Integer> seen = Set.of();
    private final Map<Integer, List<Integer>> fresh = new HashMap<>();
    private long costNanos;

    ScannedChildren(Path proc) {
        this.proc = proc;
    }

    @Override
    public void begin() {
        fresh.clear();
        costNanos = FILE_NANOS;
        if (nobodyIsNew()) {
            return;
        }
        Set<Integer> all = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc)) {
            for (Path entry : entries) {
                costNanos += ENTRY_NANOS;
                String name = entry.getFileName().toString();
                if (name.matches("[1-9]\\d{0,8}")) {
                    meet(Integer.parseInt(name));
                    all.add(Integer.valueOf(name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            newestId = "";
            return; // what was found stands; the next look asks again
        }
        seen = all;
    }

    /** Whether the id given out last was so already when all were looked at, twice. */
    private boolean nobodyIsNew() {
        String id = newestId();
        looks = id.equals(newestId) ? looks : 0;
        newestId = id;
        if (looks == LOOKS) {
            return !id.isEmpty();
        }
        looks++;
        return false;
    }

    /** The last number of {@code loadavg}: of the process or thread that was made last; empty where it is not told. */
    private String newestId() {
        try {
            String load = Files.readString(proc.resolve("loadavg"), StandardCharsets.US_ASCII).strip();
            return load.substring(load.lastIndexOf(' ') + 1);
        } catch (IOException e) {
            return "";
        }
    }

    private void meet(int pid) {
        if (!seen.contains(pid)) {
            costNanos += FILE_NANOS;
            ProcessStat.read(proc, pid).ifPresent(stat -> fresh.computeIfAbsent(stat.parent(), parent -> new ArrayList<>()).add(pid));
        }
    }

    @Override
    public List<Integer> childrenOf(int pid) {
        return fresh.getOrDefault(pid, List.of());
    }

    @Override
    public long costNanos() {
        return costNanos;
    }
}
