package coreloom.snapshot;

/**
 * One core of the machine. An id that the platform does not tell is the core's own number (physical core) or 0 (the others).
 *
 * @param id             the kernel's number, {@code cpuN}
 * @param physicalCore   number of the physical core; SMT siblings share it
 * @param packageNumber  number of the package (socket)
 * @param numaNode       number of the NUMA node
 */
public record LogicalCore(int id, int physicalCore, int packageNumber, int numaNode) {}
