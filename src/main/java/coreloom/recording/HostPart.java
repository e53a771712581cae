package coreloom.recording;

import coreloom.snapshot.CoreKind;
import coreloom.snapshot.Host;
import coreloom.snapshot.LogicalCore;

/** Writes a host with its topology. */
final class HostPart {
    private HostPart() {}

    static void write(JsonLine line, Host host) {
        line.key(SessionKeys.HOST).openObject().field(SessionKeys.NAME, host.name()).field(SessionKeys.SYSTEM, host.system());
        line.field(SessionKeys.RUNTIME, host.runtime()).field(SessionKeys.USABLE_CORES, host.usableCores());
        line.key(SessionKeys.CORES).openArray();
        for (LogicalCore core : host.cores()) {
            line.openObject().field(SessionKeys.ID, core.id()).field(SessionKeys.PHYSICAL_CORE, core.physicalCore());
            line.field(SessionKeys.PACKAGE, core.packageNumber()).field(SessionKeys.NUMA_NODE, core.numaNode());
            if (core.lastLevelCache().isPresent()) {
                line.field(SessionKeys.LAST_LEVEL_CACHE, core.lastLevelCache().getAsInt());
            }
            if (core.kind() != CoreKind.ORDINARY) {
                line.field(SessionKeys.CORE_KIND, core.kind().mark());
            }
            line.closeObject();
        }
        line.closeArray().closeObject();
    }
}
