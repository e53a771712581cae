package coreloom.snapshot;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One core of the machine. An id that the platform does not tell is the core's own number (physical core) or 0 (package, node).
 *
 * @param id             the kernel's number, {@code cpuN}
 * @param physicalCore   number of the physical core within its package; SMT siblings share it
 * @param packageNumber  number of the package (socket)
 * @param numaNode       number of the NUMA node
 * @param lastLevelCache number of the last-level cache, from 0 in the order of the cores; empty where it is not told
 * @param kind           what it was built for
 */
public record LogicalCore(int id, int physicalCore, int packageNumber, int numaNode, OptionalInt lastLevelCache, CoreKind kind) {
    public LogicalCore {
        Objects.requireNonNull(lastLevelCache);
        Objects.requireNonNull(kind);
    }

    /** A core of which neither cache nor kind is told. */
    public LogicalCore(int id, int physicalCore, int packageNumber, int numaNode) {
        this(id, physicalCore, packageNumber, numaNode, OptionalInt.empty(), CoreKind.ORDINARY);
    }
}
