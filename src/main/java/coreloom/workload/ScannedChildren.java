package coreloom.workload;

import java.io.IOException;
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
 * later, but by losing those that it had.
 */
final class ScannedChildren implements Kinship {
    private static final long ENTRY_NANOS = 1_500;
    private static final long FILE_NANOS = 15_000;

    private final Path proc;
    private Set<Integer> seen = Set.of();
    private final Map<Integer, List<Integer>> fresh = new HashMap<>();
    private long costNanos;

    ScannedChildren(Path proc) {
        this.proc = proc;
    }

    @Override
    public void begin() {
        fresh.clear();
        costNanos = 0;
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
            return; // what was found stands; the next look asks again
        }
        seen = all;
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
