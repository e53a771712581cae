package coreloom.sampler.oshi;

import coreloom.snapshot.LogicalCore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Puts the topology together from what is told now and what was known before: an offline core has forgotten where it sits. */
final class Topology {
    private Topology() {}

    /**
     * Every core known, by ascending id.
     *
     * @param told   cores as told now; where an id occurs twice (groups of cores), cores are numbered by position instead
     * @param online ids of the cores that are online, empty when unknown: then all are taken to be
     * @param former the topology before, empty at first
     */
    static List<LogicalCore> of(List<LogicalCore> told, int[] online, List<LogicalCore> former) {
        Map<Integer, LogicalCore> cores = new TreeMap<>();
        former.forEach(core -> cores.put(core.id(), core));
        for (LogicalCore core : numbered(told)) {
            if (online.length == 0 || IntStream.of(online).anyMatch(id -> id == core.id())) {
                cores.put(core.id(), placed(core));
            } else {
                cores.putIfAbsent(core.id(), unplaced(core.id()));
            }
        }
        IntStream.of(online).forEach(id -> cores.computeIfAbsent(id, Topology::unplaced));
        return List.copyOf(cores.values());
    }

    private static Collection<LogicalCore> numbered(List<LogicalCore> told) {
        if (told.stream().mapToInt(LogicalCore::id).distinct().count() == told.size()) {
            return told;
        }
        return IntStream.range(0, told.size()).mapToObj(i -> renumbered(told.get(i), i)).toList();
    }

    private static LogicalCore renumbered(LogicalCore core, int id) {
        return new LogicalCore(id, core.physicalCore(), core.packageNumber(), core.numaNode(), core.lastLevelCache(), core.kind());
    }

    private static LogicalCore placed(LogicalCore core) {
        int physical = core.physicalCore() < 0 ? core.id() : core.physicalCore();
        return new LogicalCore(core.id(), physical, Math.max(0, core.packageNumber()), Math.max(0, core.numaNode()), core.lastLevelCache(),
                core.kind());
    }

    private static LogicalCore unplaced(int id) {
        return new LogicalCore(id, id, 0, 0);
    }
}
